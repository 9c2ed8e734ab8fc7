/** Builder of answers for tests of what an adapter takes from them. */
import type { ApiResponse } from '../../src/cloud/http/response.ts';

/** A 200 with this JSON. */
export function anAnswer(json: unknown): ApiResponse {
  return { status: 200, json, request: 'GET /somewhere' };
}
