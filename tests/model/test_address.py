"""What is an address in a store, and what of it is shown: never a password, a key, or a secret part of a query."""

import copy

import pytest

from lint.model.address import Url, is_url


@pytest.mark.parametrize("path", ["s3://reports/2023/", "oss://b/*.docx", "memory://a", "file:///tmp/a", "a+b-c.d://x"])
def test_an_address(path: str) -> None:
    assert is_url(path)


@pytest.mark.parametrize(
    "path",
    ["a.docx", "/srv/a", r"C:\reports\a.docx", "C://reports", "c:/a", "://a", "1s3://a", "年报://a", "a b://c", ""],
)
def test_no_address(path: str) -> None:
    assert not is_url(path)


SHOWN = {
    "plain": ("s3://reports/2023/a.docx", "s3://reports/2023/a.docx", ()),
    "key-and-secret": ("s3://AKIA:geheim@reports/a", "s3://reports/a", ("AKIA:geheim", "geheim")),
    "secret-with-a-slash": ("s3://AKIA:ge/heim@reports/a", "s3://reports/a", ("AKIA:ge/heim", "ge/heim")),
    "user-alone": ("sftp://clerk@host/a", "sftp://clerk@host/a", ()),
    "user-and-password": ("sftp://clerk:geheim@host:22/a", "sftp://host:22/a", ("clerk:geheim", "geheim")),
    "token-for-a-user": ("https://geheim@host/a", "https://host/a", ("geheim",)),
    "organisation-and-repository": ("github://org:repo@/x", "github://org:repo@/x", ()),
    "and-revision": ("github://org:repo@main/x", "github://org:repo@main/x", ()),
    "port-and-at-in-the-path": ("https://host:80/a@b", "https://host:80/a@b", ()),
    "query": ("https://host/a.html?id=7", "https://host/a.html?id=7", ()),
    "secret-in-the-query": ("https://host/a?id=7&token=geheim", "https://host/a?id=7&token=…7d50", ("geheim",)),
    "long-value": (f"https://host/a?x={'v' * 41}", "https://host/a?x=…594d", ("v" * 41,)),
}


@pytest.mark.parametrize(("real", "shown", "secrets"), SHOWN.values(), ids=SHOWN)
def test_what_is_shown(real: str, shown: str, secrets: tuple[str, ...]) -> None:
    url = Url.of(real)
    assert (url, url.real, url.secrets) == (shown, real, secrets)
    assert f"{url} {url}" == f"{shown} {shown}"


@pytest.mark.parametrize("real", [real for real, _, _ in SHOWN.values()], ids=SHOWN)
def test_an_address_travels_whole(real: str) -> None:
    sent = copy.copy(Url.of(real))  # as it is sent to other processes
    assert (sent, sent.real, sent.secrets) == (Url.of(real), real, Url.of(real).secrets)


def test_two_secrets_are_two_addresses() -> None:
    assert Url.of("https://host/a?key=one") != Url.of("https://host/a?key=two")


def test_below() -> None:
    found = Url.of("s3://AKIA:geheim@reports/2023/").below("a b.docx")
    assert (found, found.real) == ("s3://reports/2023/a b.docx", "s3://AKIA:geheim@reports/2023/a b.docx")


def test_parts() -> None:
    url = Url.of("HTTPS://clerk:geheim@host:80/2023/a.html?id=7")
    assert (url.scheme, url.user, url.store) == ("https", "clerk:geheim", "HTTPS://host:80/")
    assert (url.name, url.plain) == ("a.html", "HTTPS://host:80/2023/a.html")
    assert Url.of("s3://reports/what?.docx").plain == "s3://reports/what?.docx"


def test_words_of_others_without_secrets() -> None:
    url = Url.of("https://clerk:geheim@host/a?token=verborgen")
    said = f"cannot open {url.real}: clerk:geheim, geheim and verborgen"
    assert url.without_secrets(said) == f"cannot open {url}: …, … and …"


WORDS = {
    # A password, words of a driver, what is shown of them.
    "short": ("s3", "s3: no such bucket", "s3: no such bucket"),
    "short-beside-its-user": ("s3", "no clerk:s3", "no …"),
    "a-word": ("repo", "repos/org: no repo, repository", "repos/org: no …, repository"),
    "long": ("geheimnis", "Xgeheimnis7", "X…7"),
    "signs": ("(a.*", "is (a.*) it", "is …) it"),
}


@pytest.mark.parametrize(("password", "said", "shown"), WORDS.values(), ids=WORDS)
def test_words_that_look_like_a_short_secret(password: str, said: str, shown: str) -> None:
    """They stay what they are: a text full of gaps helps nobody, and shows where they are."""
    assert Url.of(f"s3://clerk:{password}@reports/a").without_secrets(said) == shown
