import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { Inject, Injectable, type OnModuleDestroy } from '@nestjs/common';
import type { Logger } from '#logging';
import type { Auth, Created, PasswordLink } from '#auth';
import type { ApiConfig } from '../config.js';
import { AUTH, CONFIG, LOGGER } from '../parts.js';

/** Links by which a password is chosen, as people get them: an address, or a message. */
@Injectable()
export class PasswordMessages implements OnModuleDestroy {
  private readonly underWay = new Set<Promise<void>>();

  constructor(
    @Inject(AUTH) private readonly auth: Auth,
    @Inject(CONFIG) private readonly config: ApiConfig,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  /** The token stands behind the `#`: browsers send it to no server, so it is in no log. */
  shown({ token, expiresAt }: PasswordLink): { readonly url: string; readonly expiresAt: string } {
    const { tls, port, url = `${tls ? 'https' : 'http'}://localhost:${port}` } = this.config;
    return { url: `${url}/#/password/${token}`, expiresAt: expiresAt.toISOString() };
  }

  /** Writes the message, if there is to be one, after the answer: how long it takes tells nothing. */
  requestReset(user: string): void {
    this.later(async () => {
      const made = await this.auth.requestPasswordReset(user);
      if (made !== null) await this.write(made.email, made.link);
    });
  }

  /** Writes the message to somebody who has just got an account; the link is also in the answer. */
  invite(email: string, link: PasswordLink): void {
    this.later(() => this.write(email, link));
  }

  /** As `invite`, to each who is to choose; and what whoever made the accounts hands over by other means. */
  invited(created: readonly Created[]) {
    return created.flatMap(({ account: { id, user, name, email, office, roles }, link }) => {
      if (link === null) return [];
      if (email !== null) this.invite(email, link);
      return [{ id, user, name, email, office, roles: [...roles], link: this.shown(link) }];
    });
  }

  private later(work: () => Promise<void>): void {
    const done = work()
      .catch((err: unknown) => this.logger.error({ err }, 'a message with a link could not be written'))
      .finally(() => this.underWay.delete(done));
    this.underWay.add(done);
  }

  private async write(email: string, link: PasswordLink): Promise<void> {
    // no other request needs them: the queue behind this door would cost every API its memory
    const { passwordText, writeEml } = await import('#notifications');
    const { body, data, mailDomain = `${body}.invalid` } = this.config;
    await writeEml(join(data, 'mail'), {
      id: `password-${randomUUID()}`,
      from: `traguardo@${mailDomain}`,
      to: email,
      date: new Date().toISOString(),
      ...passwordText({ purpose: link.purpose, ...this.shown(link) }),
    });
  }

  async onModuleDestroy(): Promise<void> {
    await Promise.all(this.underWay);
  }
}
