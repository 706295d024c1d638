// Requests answered by an engine of WebAssembly, byte for byte as they were by the program: live_engine.mjs ENGINE FOLDER
import { readFileSync, existsSync } from "node:fs";
const [engine, folder] = process.argv.slice(2);
const module = new WebAssembly.Module(readFileSync(engine));
if (WebAssembly.Module.imports(module).length > 0) throw new Error("the engine asks something of the browser");
const { memory, inbox, call, outbox } = new WebAssembly.Instance(module, {}).exports;
let asked = 0;
for (; existsSync(`${folder}/${asked}.request`); asked++) {
    const request = readFileSync(`${folder}/${asked}.request`);
    const place = inbox(request.length);
    new Uint8Array(memory.buffer, place, request.length).set(request);
    const began = performance.now();
    let length = call();
    while (length === 0) length = call();
    const spent = performance.now() - began;
    const answer = Buffer.from(memory.buffer, outbox(), length);
    const own = readFileSync(`${folder}/${asked}.answer`);
    const line = String(request.subarray(0, request.indexOf("\n"))).slice(0, 90);
    if (process.env.BPASIM_TIMES) console.log(spent.toFixed(1).padStart(9), "ms ", line);
    if (!answer.equals(own)) {
        const at = own.findIndex((byte, i) => byte !== answer[i]);
        const part = (bytes) => String(bytes.subarray(Math.max(0, at - 80), at + 80));
        throw new Error(`${line}: another answer at byte ${at}\n${part(own)}\n${part(answer)}`);
    }
}
if (asked === 0) throw new Error("no requests");
console.log(asked, "requests,", (memory.buffer.byteLength >> 20), "MiB");
