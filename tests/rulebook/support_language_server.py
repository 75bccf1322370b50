"""A YAML language server, spoken to as an editor does: the Language Server Protocol over standard input and output."""

import json
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any

PROGRAM = "yaml-language-server"


class Editor:
    """The editor's side of one conversation."""

    def __init__(self, to: IO[bytes], come: IO[bytes]) -> None:
        self.to = to
        self.come = come
        self.number = 0
        self.told: dict[str, list[Any]] = {}

    def ask(self, method: str, **parameters: Any) -> Any:
        """The answer to a request; what the server says and asks meanwhile is noted and answered."""
        self.number += 1
        self._send({"id": self.number, "method": method, "params": parameters})
        while (message := self._next()).get("id") != self.number or "method" in message:
            self._hear(message)
        assert "error" not in message, message
        return message["result"]

    def tell(self, method: str, **parameters: Any) -> None:
        """A notification."""
        self._send({"method": method, "params": parameters})

    def diagnostics(self, uri: str) -> list[Any]:
        """What the server finds wrong in a document, once it says so."""
        while uri not in self.told:
            self._hear(self._next())
        return self.told.pop(uri)

    def _hear(self, message: dict[str, Any]) -> None:
        if message.get("method") == "textDocument/publishDiagnostics":
            self.told[message["params"]["uri"]] = message["params"]["diagnostics"]
        elif "method" in message and "id" in message:  # a request of the server: it gets no settings
            items = message["params"].get("items", []) if isinstance(message.get("params"), dict) else []
            self._send({"id": message["id"], "result": [None for _ in items]})

    def _send(self, message: dict[str, Any]) -> None:
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self.to.write(b"Content-Length: %d\r\n\r\n%b" % (len(body), body))
        self.to.flush()

    def _next(self) -> dict[str, Any]:
        length = 0
        while line := self.come.readline().strip():
            name, _, value = line.partition(b":")
            length = int(value) if name.lower() == b"content-length" else length
        assert length, "the server ended"
        found: dict[str, Any] = json.loads(self.come.read(length))
        return found


@contextmanager
def conversation(folder: Path) -> Iterator[Editor]:
    """A server that has been greeted, for the files of a folder; it is ended whatever happens."""
    command = [PROGRAM, "--stdio"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        editor = Editor(process.stdin, process.stdout)
        try:
            item = {"completionItem": {"documentationFormat": ["markdown", "plaintext"]}}
            capabilities = {"textDocument": {"completion": item, "hover": {"contentFormat": ["markdown"]}}}
            editor.ask("initialize", processId=None, rootUri=folder.as_uri(), capabilities=capabilities)
            editor.tell("initialized")
            yield editor
        finally:
            process.kill()
