import onrecord


def test_every_public_name_is_there_and_nothing_else() -> None:
    for name in onrecord.__all__:
        assert getattr(onrecord, name) is not None
    assert sorted(onrecord.__all__, key=str.casefold) == sorted(set(onrecord.__all__), key=str.casefold)
    assert set(dir(onrecord)) == set(onrecord.__all__)


def test_an_unknown_name_is_an_attribute_error() -> None:
    try:
        onrecord.nothing_of_the_kind  # noqa: B018
    except AttributeError as error:
        assert "nothing_of_the_kind" in str(error)
    else:
        raise AssertionError("no error")


def test_importing_is_light() -> None:
    import subprocess
    import sys

    heavy = ["onnxruntime", "sqlalchemy", "trafilatura", "numpy"]
    code = f"import sys, onrecord; print([m for m in {heavy} if m in sys.modules])"
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == "[]"
