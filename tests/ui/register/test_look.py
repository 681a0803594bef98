import pytest
@pytest.mark.parametrize(("theme","scale"),[("light",1.0),("dark",1.0),("light",1.5),("light",2.0)])
def test_shots(open_page, app, cid, theme, scale):
    stage = open_page(theme, scale)
    stage.settle()
    stage.window.grab().save(f"/tmp/reg_{theme}_{scale}.png")
    if scale>1:
        stage.key("Return")
        stage.window.grab().save(f"/tmp/reg_{theme}_{scale}_b.png")
