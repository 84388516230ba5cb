// A client of yaml-language-server over standard input and output: what an editor shows of a file.
import { spawn } from "node:child_process";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";

const SERVER = createRequire(import.meta.url).resolve("yaml-language-server/bin/yaml-language-server");

export class Server {
  #next = 1;
  #waiting = new Map();
  #diagnostics = new Map();
  #rest = Buffer.alloc(0);

  constructor() {
    this.process = spawn(process.execPath, [SERVER, "--stdio"], { stdio: ["pipe", "pipe", "inherit"] });
    this.process.stdout.on("data", (data) => this.#read(data));
  }

  async start(root) {
    await this.#ask("initialize", {
      processId: process.pid,
      rootUri: pathToFileURL(root).href,
      capabilities: {
        textDocument: {
          completion: { completionItem: { snippetSupport: true, documentationFormat: ["markdown", "plaintext"] } },
          hover: { contentFormat: ["markdown"] },
          publishDiagnostics: {},
        },
        workspace: { configuration: true },
      },
    });
    this.#send({ method: "initialized", params: {} });
  }

  /** Opens a file with this text; what the server finds wrong with it. */
  async open(file, text) {
    const uri = pathToFileURL(file).href;
    const told = new Promise((resolve, reject) => {
      this.#diagnostics.set(uri, resolve);
      setTimeout(() => reject(new Error(`no answer about ${file}`)), 30000).unref();
    });
    this.#send({ method: "textDocument/didOpen", params: { textDocument: { uri, languageId: "yaml", version: 1, text } } });
    const found = await told;
    return found.map(({ range, message }) => ({ line: range.start.line, column: range.start.character, message }));
  }

  /** What it offers at a place. */
  async complete(file, line, character) {
    const answer = await this.#ask("textDocument/completion", this.#at(file, line, character));
    return (answer?.items ?? answer ?? []).map((item) => ({
      label: item.label,
      text: item.textEdit?.newText ?? item.insertText ?? item.label,
      told: item.documentation?.value ?? item.documentation ?? "",
    }));
  }

  /** What it shows of a place. */
  async hover(file, line, character) {
    const answer = await this.#ask("textDocument/hover", this.#at(file, line, character));
    return answer?.contents?.value ?? "";
  }

  stop() {
    this.process.kill();
  }

  #at(file, line, character) {
    return { textDocument: { uri: pathToFileURL(file).href }, position: { line, character } };
  }

  #send(message) {
    const body = JSON.stringify({ jsonrpc: "2.0", ...message });
    this.process.stdin.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
  }

  #ask(method, params) {
    const id = this.#next++;
    this.#send({ id, method, params });
    return new Promise((resolve) => this.#waiting.set(id, resolve));
  }

  #read(data) {
    this.#rest = Buffer.concat([this.#rest, data]);
    for (;;) {
      const head = this.#rest.indexOf("\r\n\r\n");
      if (head < 0) return;
      const length = Number(/Content-Length: (\d+)/i.exec(this.#rest.subarray(0, head).toString())[1]);
      if (this.#rest.length < head + 4 + length) return;
      const message = JSON.parse(this.#rest.subarray(head + 4, head + 4 + length).toString());
      this.#rest = this.#rest.subarray(head + 4 + length);
      this.#take(message);
    }
  }

  #take(message) {
    if (message.method === "workspace/configuration") {
      const yaml = { validate: true, hover: true, completion: true, schemaStore: { enable: false } };
      const result = message.params.items.map(({ section }) => (section === "yaml" ? yaml : null));
      this.#send({ id: message.id, result });
    } else if (message.method === "textDocument/publishDiagnostics") {
      this.#diagnostics.get(message.params.uri)?.(message.params.diagnostics);
    } else if (message.id !== undefined && message.method !== undefined) {
      this.#send({ id: message.id, result: null });
    } else if (message.id !== undefined) {
      this.#waiting.get(message.id)?.(message.result);
      this.#waiting.delete(message.id);
    }
  }
}
