type ToolPiece = { name?: string | undefined; args?: string | undefined; index?: number | undefined };
type Streamed = { chunk?: { message?: { tool_call_chunks?: ToolPiece[] } } };

/** Tells of the arguments of tool calls while they come, as far as they have: JSON that may stop anywhere. */
export function followArguments(partly: (tool: string, args: string) => void) {
  const calls = new Map<string, { name: string; args: string }>();
  return {
    // Makes the library stream the call that this follows.
    lc_prefer_streaming: true,
    // biome-ignore lint/complexity/useMaxParams: the shape of a callback of the library
    handleLLMNewToken(
      _token: string,
      _at: unknown,
      run: string,
      _parent?: string,
      _tags?: string[],
      streamed?: unknown,
    ) {
      for (const { name = '', args = '', index = 0 } of (streamed as Streamed)?.chunk?.message?.tool_call_chunks ??
        []) {
        const key = `${run} ${index}`;
        const before = calls.get(key) ?? { name: '', args: '' };
        const call = { name: before.name + name, args: before.args + args };
        calls.set(key, call);
        partly(call.name, call.args);
      }
    },
  };
}
