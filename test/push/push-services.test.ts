import { describe, expect, test } from '@jest/globals';
import { BROWSERS_PUSH_SERVICES, pushServicesAt } from '../../lib/push/push-services.ts';

const services = pushServicesAt(BROWSERS_PUSH_SERVICES);

describe('a push service', () => {
  test.each([
    ['Chrome', 'https://fcm.googleapis.com/fcm/send/dXJ:APA91b'],
    ['Firefox', 'https://updates.push.services.mozilla.com/wpush/v2/gAAAAA'],
    ['Safari', 'https://web.push.apple.com/QGHuS'],
    ['Edge', 'https://wns2-par02p.notify.windows.com/w/?token=BQYAAAC'],
    ['Chrome, with its port', 'https://fcm.googleapis.com:443/fcm/send/x'],
    ['Chrome, in capitals', 'HTTPS://FCM.GOOGLEAPIS.COM/fcm/send/x'],
  ])('is that of %s', (_, endpoint) => {
    expect(services.has(endpoint)).toBe(true);
  });

  test.each([
    'http://fcm.googleapis.com/fcm/send/x',
    'https://fcm.googleapis.com:8443/fcm/send/x',
    'https://fcm.googleapis.com.mallory.example/x',
    'https://mallory.example/fcm.googleapis.com',
    'https://mallory.example/#https://fcm.googleapis.com',
    'https://fcm.googleapis.com@mallory.example/x',
    'https://alice:secret@fcm.googleapis.com/x',
    'https://push.apple.com/x',
    'https://.push.apple.com/x',
    'https://mallorypush.apple.com/x',
    'https://web.push.apple.com:8443/x',
    'https://web.push.apple.com.mallory.example/x',
    'https://mallory.example?.push.apple.com',
    'https://mallory.example\\.push.apple.com/',
    'http://web.push.apple.com/x',
    'https://127.0.0.1/x',
    'http://169.254.169.254/latest/meta-data',
    'https://localhost/x',
    'file:///etc/passwd',
    'data:text/plain,x',
    'fcm.googleapis.com',
    '',
  ])('is not at %j', (endpoint) => {
    expect(services.has(endpoint)).toBe(false);
  });

  test('may be one on this machine, if that is said', () => {
    const local = pushServicesAt(['http://127.0.0.1:9100']);
    expect(local.has('http://127.0.0.1:9100/push/1')).toBe(true);
    expect(local.has('http://127.0.0.1:9101/push/1')).toBe(false);
    expect(local.has('https://fcm.googleapis.com/fcm/send/x')).toBe(false);
  });
});
