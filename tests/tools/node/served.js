/* The program under test, as a child process that listens on a free port of the loopback address. */
import { spawn, execFileSync } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import path from "node:path";

export const source = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../../..");
export const program = process.env.RAPPORTEUR_PROGRAM ?? path.join(source, "build/rapporteur");

/* Runs the program and returns its output. */
export function print(...commandLine) {
  return execFileSync(program, commandLine, { encoding: "utf8", maxBuffer: 64 << 20 });
}

/* Starts a command and waits for a line that matches `pattern`. Returns the match, the lines so far, and a function that stops it. */
async function start(command, commandLine, pattern) {
  const child = spawn(command, commandLine, { stdio: ["ignore", "pipe", "pipe"] });
  process.on("exit", () => child.kill("SIGKILL")); // a test that fails leaves no server behind
  const said = [];
  const match = await new Promise((resolve, reject) => {
    const read = (line) => {
      said.push(line);
      const found = pattern.exec(line);
      if (found) resolve(found);
    };
    createInterface({ input: child.stdout }).on("line", read);
    createInterface({ input: child.stderr }).on("line", read);
    child.once("error", reject);
    child.once("exit", (status) => reject(new Error(`${command} ended with ${status}: ${said.join("\n")}`)));
  });
  const stop = async () => {
    if (child.exitCode !== null) return;
    const ended = once(child, "exit");
    child.kill("SIGTERM");
    await ended;
  };
  return { match, said, stop };
}

/* Starts a server with the built-in record, or with the data of other options. Returns its URL and a function that stops it. */
export async function serve(...options) {
  const { match, stop } = await start(program, ["--listen", "127.0.0.1:0", "--threads", "1", ...options], / on (http:\S+)/);
  return { url: match[1].replace(/\/$/, ""), stop };
}
