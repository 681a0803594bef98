"""The desk: one window with its context; pages are opened on it once the services are there."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from dialogue_desktop.clock import Clock
from dialogue_desktop.domain.home_view import HomeView
from dialogue_desktop.errors import UserError
from dialogue_desktop.paths import DataPaths
from dialogue_desktop.storage import first_screen
from ui import i18n
from ui.actions import Actions
from ui.bridge import Bridge
from ui.context import Context, ServiceHolder
from ui.look import Look
from ui.main_window import MainWindow
from ui.page_factories import PageFactories
from ui.prompter import Prompter, WindowPrompter
from ui.qt_later import Qt
from ui.tasks import Lane, Tasks

#: Where the program was, to open there again after a power cut.
PLACE_KEY = "ui.place"
_RESUMED = frozenset(
    {"live", "plan", "preparation", "opinions", "answers", "invite", "papers", "end", "follow_up", "review"}
)


class Desk(QObject):
    """Builds the window at once and loads the services behind it."""

    def __init__(
        self,
        look: Look,
        paths: DataPaths,
        resources: Path,
        clock: Clock,
        view: HomeView,
        *,
        prompter: Prompter | None = None,
    ) -> None:
        super().__init__()
        self._paths, self._resources, self._clock = paths, resources, clock
        self._waiting: list[Callable[[], object]] = []
        self._loading = self._closed = self._home_old = False
        self.tasks = Tasks(self)
        self.bridge = Bridge(parent=self)
        self.services = ServiceHolder()
        self.factories = PageFactories(self)
        self.window = MainWindow(look, self.factories.table())
        self.context = Context(
            look,
            self.tasks,
            prompter or WindowPrompter(look, self.window),
            Actions(),
            self.bridge,
            clock,
            self.window.toast,
            self.services,
        )
        self.factories.start(self.context, view)
        self.bridge.heard.connect(self._heard)
        self.tasks.lost.connect(self._lost)
        self.window.page_shown.connect(self._remember)
        self.window.navigation.switch.connect(self.switch_conference)
        self.window.go("home", "")

    # --- start --------------------------------------------------------------------------------

    def show(self) -> None:
        look = self.context.look
        screen = self.window.screen().availableGeometry()
        self.window.resize(min(look.px(400), screen.width()), min(look.px(240), screen.height()))
        if screen.width() <= look.px(380):
            self.window.showMaximized()
        else:
            self.window.show()

    def rows_shown(self) -> int:
        """How many tasks and cards the home page shows."""
        view = self.factories.home_view
        return len(view.tasks) + len(view.cards)

    def load(self, *, sample: bool = False) -> None:
        """Bring the services up off the main thread; what waits for them runs when they are there."""
        self._loading = True
        self.factories.search_ways.listen()
        i18n.install()
        self.window.set_icon()
        data_dir, clock = self._paths.root, self._clock

        def work() -> Any:
            from dialogue_desktop.bootstrap import build

            app = build(data_dir, clock=clock)
            from ui.keys.kept import kept_keys

            place = app.settings.get(PLACE_KEY, "")
            conference = app.exchange.sample() if sample else ""
            return app, place, conference, kept_keys(app.settings)

        self.tasks.run(work, self._loaded, self._load_failed, lane=Lane.DATABASE, owner=self)

    def _loaded(self, found: tuple[Any, str, str, dict[str, str]]) -> None:
        app, place, sample_id, own_keys = found
        self.context.actions.take_own_keys(own_keys)
        self.services.put(app)
        self.bridge.listen(app.bus)
        self._loading = False
        waiting, self._waiting = self._waiting, []
        self.refresh_home()
        for react in waiting:
            react()
        if sample_id:
            self.open_conference(sample_id)
        elif place and not waiting:
            self._resume(place)
        self.tasks.run(self._daily_backup, self._copy_files, lane=Lane.DATABASE, owner=self)
        self.factories.follow_ways.keep()

    def _load_failed(self, error: Exception) -> None:
        self._loading = False
        self._waiting.clear()
        if isinstance(error, UserError):
            self.say_trouble(error)
        else:
            self._lost(error)

    def when_ready(self, react: Callable[[], object]) -> None:
        """Do it now, or as soon as the services are there."""
        if self.services.ready:
            react()
        else:
            self._waiting.append(react)

    def _daily_backup(self) -> bool:
        """One backup on the first start of a day, and of what the last end could not keep; G4."""
        app = self.services.get()
        newest = first_screen.newest_backup(self._paths.backups)
        if newest is None or newest.date() < self._clock.today():
            return app.maintenance.backup_quietly() is not None
        return app.maintenance.keep_up() is not None

    def _copy_files(self, due: bool) -> None:
        """The kept files of that backup: they may be many, so the database is not held up by them."""
        if due and self.services.ready:
            maintenance = self.services.get().maintenance
            self.tasks.run(maintenance.copy_files_quietly, lane=Lane.PRESS, owner=self)
            self.tasks.run(maintenance.thin, lane=Lane.PRESS, owner=self)

    # --- places -------------------------------------------------------------------------------

    def go(self, page_id: str, conference_id: str | None = None) -> None:
        """Open a page as soon as its services are there."""
        self.when_ready(lambda: self.window.go(page_id, conference_id))

    def open_conference(
        self, conference_id: str, page_id: str = "", then: Callable[[QWidget], object] | None = None
    ) -> None:
        """Make a conference the open one and show the page of its stage (or the one named); `then` gets
        the page once it is on view."""
        services = self.services

        def work() -> Any:
            view = services.get().planning.view(conference_id)
            return view.stage, services.get().planning.list()

        def done(found: Any) -> None:
            stage, others = found
            self.factories.show_in_navigation(conference_id, others)
            page = self.window.go(page_id or self.factories.page_of(stage), conference_id)
            if then is not None and page is not None:
                then(page)

        def start() -> None:
            self.tasks.run(work, done, self._failed, lane=Lane.DATABASE, owner=self)

        self.when_ready(start)

    def switch_conference(self, conference_id: str) -> None:
        self.open_conference(conference_id)

    def _remember(self, page_id: str, conference_id: str) -> None:
        """Keep where we are, so that a power cut opens there again; what opinions changed reaches the first
        screen now, and not with every key of a session."""
        if self.services.ready:
            if self._home_old:
                self.refresh_home()
            place = f"{page_id} {conference_id}"
            self.tasks.run(
                lambda: self.services.get().settings.set(PLACE_KEY, place),
                failed=self._not_remembered, lane=Lane.DATABASE, owner=self,
            )  # fmt: skip

    def _not_remembered(self, error: Exception) -> None:
        """A disk that takes nothing now: the page that is left says so, a second box would only disturb."""
        if not isinstance(error, UserError):
            self._lost(error)

    def _resume(self, place: str) -> None:
        page_id, _, conference_id = place.partition(" ")
        if page_id in _RESUMED and conference_id:
            self.open_conference(conference_id, page_id)

    # --- what is heard --------------------------------------------------------------------------

    def refresh_home(self) -> None:
        """Read the home rows again off the main thread."""
        if self._closed:
            return  # the last word of a page that was still writing when the window was closed
        paths, clock = self._paths, self._clock
        self._home_old = False

        def work() -> HomeView:
            return first_screen.read(paths.database, clock.today(), backups=paths.backups)

        self.tasks.run(work, self.factories.show_home, self._failed, lane=Lane.DATABASE, owner=self)

    def _heard(self, event: object) -> None:
        # Here and not above: they bring the journal's values with them, which the first paint does not need.
        from dialogue_desktop.events import (
            ChecklistChanged,
            ConferenceListChanged,
            DraftSaved,
            JournalAppended,
            PlanSaved,
            SaveFailed,
        )

        if isinstance(event, JournalAppended | PlanSaved | DraftSaved | ChecklistChanged):
            self.factories.show_saved(event.at)
        if isinstance(event, ConferenceListChanged | PlanSaved | ChecklistChanged):
            self.refresh_home()
        elif isinstance(event, JournalAppended):
            self._home_old = True
        if isinstance(event, SaveFailed):
            self.context.toast.say(event.sentence)

    def _failed(self, error: Exception) -> None:
        if isinstance(error, UserError):
            self.context.prompter.tell("Chưa làm được", error.sentence, icon="warning")
        else:
            self._lost(error)

    def _lost(self, error: object) -> None:
        """A fault of the program itself: written down, said calmly, the window stays."""
        from ui.crash import write_down

        where = write_down(self._paths.log, error)
        self.context.prompter.tell(
            "Chương trình gặp lỗi",
            "Việc vừa rồi chưa làm được. Những gì đã lưu vẫn còn nguyên. "
            f"Chi tiết lỗi được ghi ở tệp {where.name} trong thư mục nhật ký.",
            icon="error_circle",
        )

    def say_trouble(self, error: UserError) -> None:
        """The data folder cannot be used: say why; restoring a backup is offered in the settings."""
        self.context.prompter.tell("Chưa mở được dữ liệu", error.sentence, icon="error_circle")

    def come_to_front(self) -> None:
        """A second start asked for this window."""
        self.window.setWindowState(self.window.windowState() & ~Qt.WindowState.WindowMinimized)
        self.window.show()
        self.window.raise_()
        self.window.activateWindow()

    # --- end ------------------------------------------------------------------------------------

    def close_down(self) -> None:
        """Write what is waiting, note that we left in order, close files and database.

        A second call does nothing.
        """
        if self._closed:
            return
        self._closed = True
        if self.services.ready:
            app = self.services.get()
            self.tasks.run(lambda: app.settings.set(PLACE_KEY, ""), lane=Lane.DATABASE)
            self.tasks.run(app.maintenance.keep_up, lane=Lane.DATABASE)
        self.tasks.shut_down()
        self.window.close_previews()
        self.bridge.close()
        if self.services.ready:
            self.services.get().close()
