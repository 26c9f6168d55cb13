import protobuf from 'protobufjs';

/**
 * The long connection's frames (feishu-platform §5.3). The two ids are 64 bits wide on the wire; they are always 0 here,
 * and read the same as 32 bits, which does without the 64-bit helper that the SDK takes from the shared library.
 */
const { root } = protobuf.parse(
  `syntax = "proto2";
package pbbp2;
message Header { required string key = 1; required string value = 2; }
message Frame {
  required uint32 SeqID = 1;
  required uint32 LogID = 2;
  required int32 service = 3;
  required int32 method = 4;
  repeated Header headers = 5;
  optional string payload_encoding = 6;
  optional string payload_type = 7;
  optional bytes payload = 8;
  optional string LogIDNew = 9;
}`,
  { keepCase: true },
);
const FrameType = root.lookupType('pbbp2.Frame');

export const CONTROL = 0;
export const DATA = 1;

export interface Frame {
  service: number;
  method: number;
  headers: Record<string, string>;
  payload: Uint8Array;
}

export function encodeFrame(frame: Frame): Uint8Array {
  const headers = Object.entries(frame.headers).map(([key, value]) => ({ key, value }));
  const message = {
    SeqID: 0,
    LogID: 0,
    service: frame.service,
    method: frame.method,
    headers,
    payload: frame.payload,
  };
  return FrameType.encode(FrameType.create(message)).finish();
}

/** @throws Error for bytes that are no frame. */
export function decodeFrame(bytes: Uint8Array): Frame {
  const decoded = FrameType.decode(bytes) as unknown as {
    service: number;
    method: number;
    headers: { key: string; value: string }[];
    payload: Uint8Array;
  };
  return {
    service: decoded.service,
    method: decoded.method,
    headers: Object.fromEntries(decoded.headers.map(({ key, value }) => [key, value])),
    payload: decoded.payload,
  };
}
