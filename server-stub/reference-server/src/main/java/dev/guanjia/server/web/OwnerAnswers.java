package dev.guanjia.server.web;

import dev.guanjia.server.access.CurrentCaller;
import dev.guanjia.server.api.model.Owner;
import dev.guanjia.server.api.model.OwnerEntry;
import dev.guanjia.server.api.model.OwnerPage;
import dev.guanjia.server.api.model.OwnerPatch;
import dev.guanjia.server.application.OwnerDesk;
import dev.guanjia.server.application.OwnerDesk.Change;
import dev.guanjia.server.application.UnitDraft.OwnerDraft;
import dev.guanjia.server.concurrency.Version;
import dev.guanjia.server.paging.Page;
import dev.guanjia.server.paging.PageRequest;
import dev.guanjia.server.store.OwnerStore.OwnerRow;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.http.ResponseEntity.BodyBuilder;
import org.springframework.stereotype.Component;

/** The operations on owners. */
@Component
class OwnerAnswers {

    private final CurrentCaller caller;
    private final OwnerDesk owners;

    OwnerAnswers(CurrentCaller caller, OwnerDesk owners) {
        this.caller = caller;
        this.owners = owners;
    }

    ResponseEntity<Owner> create(OwnerEntry body) {
        OwnerDraft draft = new OwnerDraft(body.getName(), body.getMobile());
        OwnerRow row = owners.create(caller.get(), draft, body.getReference());
        return answer(ResponseEntity.created(Wire.location("owners", row.id())), row);
    }

    ResponseEntity<Owner> get(String id) {
        return answer(ResponseEntity.ok(), owners.get(caller.get(), id));
    }

    ResponseEntity<Owner> update(String id, String ifMatch, OwnerPatch body) {
        OwnerRow row = owners.update(caller.get(), id, ifMatch, change(body));
        return answer(ResponseEntity.ok(), row);
    }

    ResponseEntity<OwnerPage> list(@Nullable String reference, PageRequest request) {
        Page<OwnerRow> page = owners.list(caller.get(), Optional.ofNullable(reference), request);
        return ResponseEntity.ok(
                new OwnerPage(page.map(OwnerAnswers::owner).items()).nextCursor(page.nextCursor()));
    }

    private static ResponseEntity<Owner> answer(BodyBuilder answer, OwnerRow row) {
        return answer.eTag(Version.tag(row.version())).body(owner(row));
    }

    private static Owner owner(OwnerRow row) {
        return new Owner(row.id(), row.owner().name())
                .mobile(row.owner().mobile())
                .reference(row.reference());
    }

    private static Change change(OwnerPatch patch) {
        return new Change(
                Optional.ofNullable(patch.getName()),
                old ->
                        patch.getMobile().isPresent()
                                ? Optional.ofNullable(patch.getMobile().get())
                                : old);
    }
}
