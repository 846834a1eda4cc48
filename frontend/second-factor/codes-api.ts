import type { Me } from '../../lib/protocol/rest.ts';
import type {
  Credentials,
  MakeRecoveryCodesBody,
  PreparedSecondFactor,
  RecoverBody,
  RecoveryCodesAnswer,
  TurnOffSecondFactorBody,
  TurnOnSecondFactorBody,
} from '../../lib/protocol/second-factor-rest.ts';
import { requestsTo } from '../net/requests.ts';

const { get, post } = requestsTo();

/** What the server is asked about second factors and recovery codes. Each throws `Refused` or `NoAnswer`. */
export const codesApi = {
  credentials: () => get<Credentials>('credentials'),
  makeRecoveryCodes: (body: MakeRecoveryCodesBody) => post<RecoveryCodesAnswer>('make-recovery-codes', body),
  prepare: () => post<PreparedSecondFactor>('prepare-second-factor'),
  turnOn: (body: TurnOnSecondFactorBody) => post<void>('turn-on-second-factor', body),
  turnOff: (body: TurnOffSecondFactorBody) => post<void>('turn-off-second-factor', body),
  recover: (body: RecoverBody) => post<Me>('recover', body),
};
