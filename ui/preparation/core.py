"""What the page asks of the core: one conference's checklist and proof of notice, read and written."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from dialogue_desktop.domain.checklist import ItemKind, KeptItem
from dialogue_desktop.domain.notice_proof import NoticeProof
from dialogue_desktop.services.checklist import ChecklistView
from dialogue_desktop.services.notice_proofs import ProofView
from ui.preparation.proof_entry import ProofEntry

Kept = tuple[KeptItem, ...]
Proofs = tuple[NoticeProof, ...]


class Core:
    """Every call is one act and one commit; UserError where it could not be done."""

    def __init__(self, app: Any, conference_id: str) -> None:
        self._app, self._id = app, conference_id

    # --- checklist

    def checklist(self) -> ChecklistView:
        view: ChecklistView = self._app.checklist.view(self._id)
        return view

    def put(self, kept: Kept) -> Kept:
        """What stood there before."""
        before: Kept = self._app.checklist.put(self._id, *kept)
        return before

    def new_item(self) -> KeptItem:
        item: KeptItem = self._app.checklist.new_item()
        return item

    # --- proof of notice

    def proof(self) -> ProofView:
        view: ProofView = self._app.notice_proofs.view(self._id)
        return view

    def save_proof(self, proof: NoticeProof) -> Proofs:
        """The list before."""
        before: Proofs = self._app.notice_proofs.save(self._id, proof)
        return before

    def remove_proof(self, proof_id: str) -> Proofs:
        before: Proofs = self._app.notice_proofs.remove(self._id, proof_id)
        return before

    def put_proofs(self, proofs: Proofs) -> Proofs:
        """The whole list as it was; what stood there before."""
        before: Proofs = self._app.notice_proofs.proofs(self._id)
        self._app.notice_proofs.put_back(self._id, proofs)
        return before

    def proof_draft(self) -> ProofEntry | None:
        """The new row that was left half typed, None for none."""
        draft: ProofEntry | None = self._app.settings.read(self._draft_key, ProofEntry | None, None)
        return draft

    def keep_proof_draft(self, entry: ProofEntry | None) -> None:
        """On return it is on the disk."""
        self._app.settings.set(self._draft_key, entry)

    @property
    def _draft_key(self) -> str:
        return f"preparation.proof_draft.{self._id}"

    def tick_notice(self, duty_id: str, day: date) -> Kept:
        """The plan's own notice duty is done on that day."""
        there = {one.key: one for one in self._app.checklist.kept(self._id)}
        own = there.get((ItemKind.PLAN, duty_id), KeptItem(ItemKind.PLAN, duty_id))
        return self.put((replace(own, done_on=day),))
