import { deviceOf } from './device.js';

const windows = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64)';

describe('what a device is called', () => {
  it.each([
    [`${windows} AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Safari/537.36`, 'Chrome, Windows'],
    [`${windows} AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Safari/537.36 Edg/131.0`, 'Edge, Windows'],
    ['Mozilla/5.0 (X11; Linux x86_64; rv:133.0) Gecko/20100101 Firefox/133.0', 'Firefox, Linux'],
    ['Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) Version/18.1 Mobile Safari/604.1', 'Safari, iPhone'],
    ['Mozilla/5.0 (Linux; Android 15) Chrome/131.0.0.0 Mobile Safari/537.36', 'Chrome, Android'],
    ['curl/8.5.0', null],
    [undefined, null],
  ])('given %s, then it is %s', (userAgent, device) => {
    expect(deviceOf(userAgent)).toBe(device);
  });
});
