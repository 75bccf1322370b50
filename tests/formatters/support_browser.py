"""Chromium without a window, driven through its WebDriver (W3C WebDriver, level 2) over plain HTTP."""

import http.client
import json
import re
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

PROGRAMS = ("chromium", "chromedriver")
ELEMENT = "element-6066-11e4-a52e-4f735466cecf"
_ARGUMENTS = ("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--lang=zh-CN")


class Browser:
    """One session: a page at a time."""

    def __init__(self, port: int, profile: Path) -> None:
        self._port = port
        options = {"args": [*_ARGUMENTS, f"--user-data-dir={profile}"]}
        wanted = {"browserName": "chrome", "goog:chromeOptions": options, "goog:loggingPrefs": {"browser": "ALL"}}
        self._path = ""
        made = self.ask("POST", "/session", {"capabilities": {"alwaysMatch": wanted}})
        self._path = f"/session/{made['sessionId']}"

    def ask(self, method: str, path: str, body: object = None) -> Any:
        """One command; fails where the browser cannot do it, such as a click on what something else covers."""
        connection = http.client.HTTPConnection("127.0.0.1", self._port, timeout=60)
        connection.request(method, self._path + path, None if body is None else json.dumps(body))
        answer = json.loads(connection.getresponse().read())["value"]
        connection.close()
        assert not (isinstance(answer, dict) and "error" in answer), answer
        return answer

    def open(self, file: Path, place: str = "", *, width: int = 1400, height: int = 900) -> None:
        """Show a file in a window of this size; what was written to the console before is forgotten."""
        self.ask("POST", "/window/rect", {"width": width, "height": height})
        self.ask("POST", "/url", {"url": "about:blank"})
        self.console()
        self.ask("POST", "/url", {"url": file.as_uri() + place})

    def console(self) -> list[str]:
        """What was written to the console since it was asked last: errors of scripts, violations of the policy."""
        return [entry["message"] for entry in self.ask("POST", "/se/log", {"type": "browser"})]

    def run(self, script: str, *arguments: object) -> Any:
        """What a script returns that is run from outside of the page."""
        return self.ask("POST", "/execute/sync", {"script": script, "args": list(arguments)})

    def find(self, selector: str) -> str:
        """The first element that fits."""
        found: str = self.ask("POST", "/element", {"using": "css selector", "value": selector})[ELEMENT]
        return found

    def click(self, selector: str) -> None:
        """Click in the middle of an element, as a person does."""
        self.ask("POST", f"/element/{self.find(selector)}/click", {})

    def type(self, selector: str, keys: str) -> None:
        """Type into an element."""
        self.ask("POST", f"/element/{self.find(selector)}/value", {"text": keys})

    def in_view(self, selector: str) -> bool:
        """Whether an element is wholly within the window, and nothing covers its middle."""
        return bool(self.run(_IN_VIEW, selector))

    def texts(self, selector: str) -> list[str]:
        """What is seen of every element that fits and is shown."""
        found: list[str] = self.run(
            "return [...document.querySelectorAll(arguments[0])].filter((one) => one.getClientRects().length)"
            ".map((one) => one.innerText.trim())",
            selector,
        )
        return found

    def close(self) -> None:
        """End the session, and the browser with it."""
        self.ask("DELETE", "")


_IN_VIEW = """
const one = document.querySelector(arguments[0]);
const box = one.getBoundingClientRect();
const inside = box.top >= 0 && box.left >= 0 && box.bottom <= innerHeight && box.right <= innerWidth;
const seen = document.elementFromPoint((box.left + box.right) / 2, (box.top + box.bottom) / 2);
return inside && (one.contains(seen) || seen.contains(one));
"""


@contextmanager
def browser(profile: Path) -> Iterator[Browser]:
    """A browser for as long as it is needed."""
    driver = subprocess.Popen([PROGRAMS[1], "--port=0"], stdout=subprocess.PIPE, encoding="utf-8")
    try:
        assert driver.stdout is not None
        ports = (re.search(r"started successfully on port (\d+)", line) for line in driver.stdout)
        opened = Browser(next(int(found[1]) for found in ports if found), profile)
        try:
            yield opened
        finally:
            opened.close()
    finally:
        driver.terminate()
        driver.wait()
        if driver.stdout is not None:
            driver.stdout.close()
