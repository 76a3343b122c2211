// Runs a program and writes down, in the order in which they happen, its calls of the system that write or flush:
//   tracer LOG PROGRAM [ARGUMENT…]
//
// One line where a call is entered and one where it returns:
//   > THREAD NAME FD FLAGS OFFSET PATH HEX     (octal flags of the open file, bytes that are written)
//   < THREAD RESULT
// A thread stands still while its line is written, so whatever waits for a call to return is written down after it.
#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <map>
#include <string>
#include <sys/ptrace.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <sys/wait.h>
#include <sys/socket.h>
#include <unistd.h>
#include <vector>

namespace {

FILE *out;
pid_t program;
std::map<pid_t, bool> inside; // threads within a call that was written down

void forward(int signal) { kill(program, signal); }

[[noreturn]] void fail(const char *what) {
  fprintf(stderr, "tracer: %s: %s\n", what, strerror(errno));
  exit(99);
}

bool copy(pid_t thread, unsigned long from, void *to, size_t size) {
  iovec local{to, size}, remote{reinterpret_cast<void *>(from), size};
  return size == 0 || process_vm_readv(thread, &local, 1, &remote, 1, 0) == static_cast<ssize_t>(size);
}

void appendBytes(pid_t thread, unsigned long from, size_t size, std::string &bytes) {
  std::string part(size, '\0');
  if (!copy(thread, from, part.data(), size)) fail("a buffer cannot be read");
  bytes += part;
}

void appendVector(pid_t thread, unsigned long from, size_t count, std::string &bytes) {
  std::vector<iovec> vector(count);
  if (!copy(thread, from, vector.data(), count * sizeof(iovec))) fail("a vector cannot be read");
  for (const auto &each : vector) appendBytes(thread, reinterpret_cast<unsigned long>(each.iov_base), each.iov_len, bytes);
}

std::string pathOf(pid_t thread, long fd) {
  const std::string link = "/proc/" + std::to_string(thread) + "/fd/" + std::to_string(fd);
  char path[4096];
  const ssize_t length = readlink(link.c_str(), path, sizeof path);
  std::string found = length < 0 ? "?" : std::string(path, length);
  for (auto &character : found)
    if (character == ' ') character = '_';
  return found;
}

long flagsOf(pid_t thread, long fd) {
  const std::string info = "/proc/" + std::to_string(thread) + "/fdinfo/" + std::to_string(fd);
  FILE *file = fopen(info.c_str(), "r");
  long flags = 0;
  char line[256];
  while (file && fgets(line, sizeof line, file)) sscanf(line, "flags: %lo", &flags);
  if (file) fclose(file);
  return flags;
}

void entered(pid_t thread, unsigned long number, const unsigned long long *args) {
  const char *name;
  std::string bytes;
  long long offset = -1;
  switch (number) {
  case SYS_write: name = "write"; appendBytes(thread, args[1], args[2], bytes); break;
  case SYS_writev: name = "writev"; appendVector(thread, args[1], args[2], bytes); break;
  case SYS_pwrite64: name = "pwrite"; appendBytes(thread, args[1], args[2], bytes); offset = args[3]; break;
  case SYS_pwritev: name = "pwritev"; appendVector(thread, args[1], args[2], bytes); offset = args[3]; break;
  case SYS_pwritev2: name = "pwritev2"; appendVector(thread, args[1], args[2], bytes); offset = args[3]; break;
  case SYS_sendto: name = "sendto"; appendBytes(thread, args[1], args[2], bytes); break;
  case SYS_sendmsg: {
    name = "sendmsg";
    msghdr message;
    if (!copy(thread, args[1], &message, sizeof message)) fail("a message cannot be read");
    appendVector(thread, reinterpret_cast<unsigned long>(message.msg_iov), message.msg_iovlen, bytes);
    break;
  }
  case SYS_fsync: name = "fsync"; break;
  case SYS_fdatasync: name = "fdatasync"; break;
  case SYS_io_uring_enter: name = "io_uring_enter"; break;
  default: return;
  }
  inside[thread] = true;
  fprintf(out, "> %d %s %lld %lo %lld %s ", thread, name, static_cast<long long>(args[0]), flagsOf(thread, args[0]), offset,
          pathOf(thread, args[0]).c_str());
  for (const unsigned char byte : bytes) fprintf(out, "%02x", byte);
  fputc('\n', out);
}

void onCall(pid_t thread) {
  __ptrace_syscall_info info;
  if (ptrace(PTRACE_GET_SYSCALL_INFO, thread, sizeof info, &info) < 0) return;
  if (info.op == PTRACE_SYSCALL_INFO_ENTRY) entered(thread, info.entry.nr, reinterpret_cast<const unsigned long long *>(info.entry.args));
  if (info.op == PTRACE_SYSCALL_INFO_EXIT && inside.erase(thread) > 0)
    fprintf(out, "< %d %lld\n", thread, static_cast<long long>(info.exit.rval));
}

} // namespace

int main(int count, char **arguments) {
  if (count < 3) return 64;
  out = fopen(arguments[1], "w");
  if (!out) fail("the log cannot be written");
  program = fork();
  if (program == 0) {
    if (ptrace(PTRACE_TRACEME, 0, nullptr, nullptr) < 0) fail("this machine does not let one program trace another (ptrace)");
    raise(SIGSTOP);
    execvp(arguments[2], arguments + 2);
    fail("the program cannot be run");
  }
  int status;
  if (waitpid(program, &status, 0) < 0 || !WIFSTOPPED(status)) return WIFEXITED(status) ? WEXITSTATUS(status) : 99;
  const long follow = PTRACE_O_TRACESYSGOOD | PTRACE_O_TRACECLONE | PTRACE_O_TRACEFORK | PTRACE_O_TRACEVFORK |
                      PTRACE_O_TRACEEXEC | PTRACE_O_EXITKILL;
  if (ptrace(PTRACE_SETOPTIONS, program, nullptr, follow) < 0) fail("ptrace");
  signal(SIGTERM, forward);
  signal(SIGINT, forward);
  ptrace(PTRACE_SYSCALL, program, nullptr, 0L);

  for (;;) {
    const pid_t thread = waitpid(-1, &status, __WALL);
    if (thread < 0 && errno == EINTR) continue;
    if (thread < 0) return 0;
    if (!WIFSTOPPED(status)) {
      inside.erase(thread);
      if (thread != program) continue;
      fclose(out);
      return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
    }
    const int signal = WSTOPSIG(status);
    long delivered = 0;
    if (signal == (SIGTRAP | 0x80)) onCall(thread);
    else if (signal != SIGSTOP && signal != SIGTRAP) delivered = signal; // the others tell of new threads and programs
    ptrace(PTRACE_SYSCALL, thread, nullptr, delivered);
  }
}
