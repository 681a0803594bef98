"""The kit: every control of the program, drawn by itself from a Look.

How to use it
-------------
* The first argument of each widget is the `Look` (`ui.look`). Ask it for distances (`look.px(3)` is
  3u), line heights, fonts and colours by `Role`; write no pixel and no colour yourself. Widgets follow
  `look.changed` alone; a page that sets its own margins connects to it too (see `panes.follow`).
* There is no style sheet: a rule of QSS slows every widget, so each control paints itself and Qt's own
  widgets take `look.palette()`.
* Words: `Label` (one line, 1.5 em high), `Paragraph` (wrapped, `Span`s for bold parts). Never a bare
  QLabel: it cuts the hats of Ấ and Ể.
* Buttons: `Button(look, "Lưu", kind=Kind.PRIMARY, icon="save", key="Ctrl+S")`; from the registry with
  `Button.of(look, action)`. A locked one says why: `button.lock("Còn 3 việc cần bổ sung.")`.
* States (outcomes, follow-up, documents) come from `ui.state_looks`, always as colour, icon and words:
  `Badge.of(look, OUTCOMES[1])`.
* Input: `Field`, `Editor`, `Combo`, `CheckBox`. React to `settled` (nothing is being composed), read
  `value()` (NFC, cleaned). `FieldBox` adds the label above and the warning below.
* Panes: `Pane(look, Role.CANVAS)`, `Card`, `column()`, `row()`, `rule()` from `panes`.
* Lists: `RowTable` over `Row`s of `Cell`s (`rows`), painted whole by one delegate; no widget per row.
* The first screen's modules name none of Qt's dear enums before the first paint (`ui.qt_later`);
  `tests/ui/test_first_paint.py` says when one slipped in. Other pages need not care.
* Accessible names: a button, field or list with no words of its own takes `name="…"`.
"""
