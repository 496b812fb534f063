interface VsCodeApi {
  postMessage(message: unknown): void;
  getState(): unknown;
  setState(state: unknown): void;
}

declare function acquireVsCodeApi(): VsCodeApi;

/** The page's line to its host, typed by the messages of its `protocol.ts`. */
export interface Host<ToHost, FromHost, State> {
  post(message: ToHost): void;
  onMessage(receive: (message: FromHost) => void): void;
  /** What was saved before a reload. */
  readonly savedState: Partial<State>;
  save(state: State): void;
}

/** Can be called once a page. */
export function connectHost<ToHost, FromHost, State>(): Host<ToHost, FromHost, State> {
  const api = acquireVsCodeApi();
  return {
    post: (message) => api.postMessage(message),
    onMessage: (receive) => window.addEventListener('message', (event: MessageEvent<FromHost>) => receive(event.data)),
    savedState: (api.getState() ?? {}) as Partial<State>,
    save: (state) => api.setState(state),
  };
}
