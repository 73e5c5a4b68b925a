"""Pictures of every kind of page of a dossier, wide and narrow, light and dark, for a person to look at.

    python benchmarks/screenshots.py DOSSIER PICTURES

Needs ``chromium`` and ``chromedriver`` on the path, and no Python package. It also tells which pages scroll
sideways and what the browser's console says, and ends with 1 if there is either.
"""

from __future__ import annotations

import base64
import json
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib import request

_PORT = 9517
_WIDTHS = (1280, 390)
_SIDEWAYS = "return document.documentElement.scrollWidth - document.documentElement.clientWidth"

_SELECT = "(document.querySelector('.evidence .deep') || document.querySelectorAll('.evidence .content')[4]).click()"


class Browser:
    """A headless browser, driven over WebDriver."""

    def __init__(self, base: str, profile: str) -> None:
        flags = [
            *("--headless=new", "--no-sandbox", "--disable-gpu", "--no-first-run", "--hide-scrollbars"),
            *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
            *("--disable-dev-shm-usage", f"--user-data-dir={profile}"),
        ]
        options: dict[str, Any] = {"goog:chromeOptions": {"args": flags}, "goog:loggingPrefs": {"browser": "ALL"}}
        self.base = base
        self.session = ""
        opened = self._call("POST", "/session", {"capabilities": {"alwaysMatch": options}})
        self.session = f"/session/{opened['sessionId']}"

    def _call(self, method: str, path: str, body: dict[str, Any] | None = None) -> Any:
        data = None if body is None else json.dumps(body).encode()
        headers = {"Content-Type": "application/json"}
        asked = request.Request(self.base + self.session + path, data, headers, method=method)
        with request.urlopen(asked, timeout=60) as answer:
            return json.load(answer)["value"]

    def cdp(self, command: str, **params: Any) -> Any:
        """Send a command of the DevTools protocol."""
        return self._call("POST", "/goog/cdp/execute", {"cmd": command, "params": params})

    def run(self, script: str) -> Any:
        """Run a script in the page."""
        return self._call("POST", "/execute/sync", {"script": script, "args": []})

    def show(self, address: str, *, width: int, dark: bool, media: str = "") -> None:
        """Open ``address`` in a window of ``width`` CSS pixels."""
        narrow = width < 700
        self.cdp(
            "Emulation.setDeviceMetricsOverride", width=width, height=844 if narrow else 900,
            deviceScaleFactor=1, mobile=narrow,
        )  # fmt: skip
        scheme = {"name": "prefers-color-scheme", "value": "dark" if dark else "light"}
        self.cdp("Emulation.setEmulatedMedia", media=media, features=[scheme])
        self._call("POST", "/url", {"url": "about:blank"})
        self._call("POST", "/url", {"url": address})
        time.sleep(0.35)

    def picture(self, path: Path, *, whole: bool = True) -> None:
        """Save what is shown, down to the page's end or only the window."""
        shot = self.cdp("Page.captureScreenshot", format="png", captureBeyondViewport=whole)
        if whole:
            size = self.cdp("Page.getLayoutMetrics")["cssContentSize"]
            clip = {"x": 0, "y": 0, "width": size["width"], "height": min(size["height"], 4000), "scale": 1}
            shot = self.cdp("Page.captureScreenshot", format="png", captureBeyondViewport=True, clip=clip)
        path.write_bytes(base64.b64decode(shot["data"]))

    def complaints(self) -> list[str]:
        """What the console says since it was last asked."""
        return [entry["message"] for entry in self._call("POST", "/se/log", {"type": "browser"})]

    def close(self) -> None:
        """End the browser."""
        self._call("DELETE", "")


@contextmanager
def browser() -> Iterator[Browser]:
    """A browser that ends with the block."""
    driver = shutil.which("chromedriver")
    if driver is None:
        sys.exit("chromedriver is not installed (on Debian: apt-get install chromium chromium-driver)")
    with tempfile.TemporaryDirectory() as profile:
        process = subprocess.Popen([driver, f"--port={_PORT}", "--log-level=OFF"], stdout=subprocess.DEVNULL)
        try:
            time.sleep(1.5)
            opened = Browser(f"http://127.0.0.1:{_PORT}", profile)
            try:
                yield opened
            finally:
                opened.close()
        finally:
            process.terminate()
            process.wait(10)


def pages(dossier: Path) -> dict[str, str]:
    """A page of every kind, the longest of its kind: its name and its address inside the dossier."""

    def longest(folder: str, pattern: str) -> str:
        found = max((dossier / folder).glob(pattern), key=lambda path: (path.stat().st_size, path.name))
        return found.relative_to(dossier).as_posix()

    return {
        "overview": "index.html",
        "reports": "reports/index.html",
        "report": longest("reports", "r_*.html"),
        "speakers": "speakers/index.html",
        "speaker": longest("speakers", "a_*.html"),
        "statements": "statements/index.html",
        "instruments": "instruments/index.html",
        "instrument": longest("instruments", "i_*.html"),
        "timeline": "timeline.html",
        "about": "about/index.html",
    }


def main(dossier: Path, pictures: Path) -> int:
    """Take all pictures; 1 if a page scrolls sideways or the console complains."""
    pictures.mkdir(parents=True, exist_ok=True)
    faults = 0
    with browser() as seen:
        for name, page in pages(dossier).items():
            for width in _WIDTHS:
                for dark in (False, True):
                    seen.show((dossier / page).resolve().as_uri(), width=width, dark=dark)
                    seen.picture(pictures / f"{name}-{width}-{'dark' if dark else 'light'}.png")
                    for fault in [f"{seen.run(_SIDEWAYS)} pixels too wide", *seen.complaints()]:
                        if not fault.startswith("0 "):
                            print(f"{page} at {width}: {fault}")
                            faults += 1
                    if name == "report":
                        seen.run(_SELECT)
                        time.sleep(0.4)
                        seen.picture(
                            pictures / f"selected-{width}-{'dark' if dark else 'light'}.png", whole=width > 700
                        )
        seen.show((dossier / pages(dossier)["report"]).resolve().as_uri(), width=800, dark=True, media="print")
        seen.picture(pictures / "print.png")
    print(f"{len(list(pictures.glob('*.png')))} pictures in {pictures}")
    return 1 if faults else 0


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    sys.exit(main(Path(sys.argv[1]), Path(sys.argv[2])))
