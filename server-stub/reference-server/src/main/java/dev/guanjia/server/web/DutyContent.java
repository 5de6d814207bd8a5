package dev.guanjia.server.web;

import dev.guanjia.server.api.model.DutyCreate;
import dev.guanjia.server.api.model.DutyHistory;
import dev.guanjia.server.api.model.DutyVersionCreate;
import dev.guanjia.server.application.DutyCatalogueDesk.Content;
import dev.guanjia.server.application.DutyCatalogueDesk.Held;
import dev.guanjia.server.application.DutyCatalogueDesk.History;
import dev.guanjia.server.application.DutyCatalogueDesk.Who;

/** What a duty is, on the wire. */
final class DutyContent {

    private DutyContent() {}

    static Content of(DutyCreate body) {
        return new Content(
                body.getLabel().getZh(),
                body.getLabel().getEn(),
                new Who(body.getPosts(), body.getApprovers()),
                body.getCadences(),
                body.getDeadline(),
                body.getEvidence(),
                new Held(body.getFrom(), body.getSource()));
    }

    static Content of(DutyVersionCreate body) {
        return new Content(
                body.getLabel().getZh(),
                body.getLabel().getEn(),
                new Who(body.getPosts(), body.getApprovers()),
                body.getCadences(),
                body.getDeadline(),
                body.getEvidence(),
                new Held(body.getFrom(), body.getSource()));
    }

    static DutyHistory history(History history) {
        return new DutyHistory(
                history.versions().get(0).id().value(),
                history.versions().stream().map(DutyMapping::version).toList());
    }
}
