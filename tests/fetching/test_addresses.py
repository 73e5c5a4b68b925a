"""Addresses: what they are made of, and which may be asked."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.fetching.addresses import Guard, Refused, address_of, is_public, next_address


@pytest.mark.parametrize(
    ("url", "wanted"),
    [
        ("HTTP://Lake.Example", "http://lake.example/"),
        ("https://lake.example:443/a?b=c#d", "https://lake.example/a?b=c"),
        ("http://lake.example:8080/a b/ö%20%", "http://lake.example:8080/a%20b/%C3%B6%20%"),
        ("http://zürich.example/", "http://xn--zrich-kva.example/"),
        ("http://[2001:db8::1]:81/", "http://[2001:db8::1]:81/"),
        (" http://lake.example/\n", "http://lake.example/"),
        ("http://lake.example/\r\nX-Evil: 1", "http://lake.example/X-Evil:%201"),
    ],
)
def test_what_an_address_is_made_of(url: str, wanted: str) -> None:
    assert str(address_of(url)) == wanted
    assert address_of(wanted) == address_of(url)


@pytest.mark.parametrize(
    "url",
    ["", "lake.example", "ftp://lake.example/", "http://", "http://a:b@lake.example/", "http://lake.example:99999/"],
)
def test_what_is_no_address(url: str) -> None:
    with pytest.raises(Refused):
        address_of(url)


@given(st.text(max_size=60))
def test_any_text_is_an_address_that_can_be_sent_or_refused(text: str) -> None:
    for url in (text, f"http://{text}", f"https://lake.example/{text}"):
        try:
            address = address_of(url)
        except Refused:
            continue
        assert str(address).isascii()
        assert not any(ch.isspace() or not ch.isprintable() for ch in str(address))
        assert address_of(str(address)) == address


@given(st.text(max_size=60))
def test_any_redirect_leads_to_an_address_or_nowhere(location: str) -> None:
    try:
        address = next_address(address_of("https://lake.example/a"), location)
    except Refused:
        return
    assert address.scheme == "https"


def test_encryption_may_be_gained_but_not_lost() -> None:
    plain, secure = address_of("http://lake.example/"), address_of("https://lake.example/")
    assert next_address(plain, "https://lake.example/") == secure
    with pytest.raises(Refused, match="unencrypted"):
        next_address(secure, "http://lake.example/")


@pytest.mark.parametrize(
    "host",
    [
        *(
            "127.0.0.1",
            "127.9.9.9",
            "0.0.0.0",
            "10.1.2.3",
            "172.16.0.1",
            "192.168.1.1",
            "169.254.169.254",
            "100.64.0.1",
        ),
        *("224.0.0.1", "255.255.255.255", "::", "::1", "fe80::1%eth0", "fc00::1", "ff02::1", "::ffff:10.0.0.1"),
        *("2002:7f00:0001::1", "64:ff9b::7f00:1", "localhost", ""),
    ],
)
def test_addresses_of_ones_own_network(host: str) -> None:
    assert not is_public(host)


@pytest.mark.parametrize("host", ["93.184.216.34", "2606:2800:220:1:248:1893:25c8:1946", "::ffff:93.184.216.34"])
def test_addresses_of_the_public_internet(host: str) -> None:
    assert is_public(host)


def test_a_name_is_judged_by_every_place_it_leads_to(monkeypatch: pytest.MonkeyPatch) -> None:
    def two_places(host: str, port: int, **_: object) -> list[tuple[object, ...]]:
        return [(2, 1, 6, "", ("93.184.216.34", port)), (2, 1, 6, "", ("192.168.0.7", port))]

    monkeypatch.setattr("socket.getaddrinfo", two_places)
    address = address_of("http://lake.example/")
    with pytest.raises(Refused, match="private network"):
        Guard([]).resolve(address)
    assert len(Guard([address]).resolve(address)) == 2
    with pytest.raises(Refused):
        Guard([address_of("http://lake.example:81/")]).resolve(address)
