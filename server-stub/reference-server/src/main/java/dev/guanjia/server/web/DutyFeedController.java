package dev.guanjia.server.web;

import dev.guanjia.server.access.CurrentCaller;
import dev.guanjia.server.access.FeedKey;
import dev.guanjia.server.api.DutyFeedsApi;
import dev.guanjia.server.api.model.DutyFeed;
import dev.guanjia.server.api.model.DutyFeedCreate;
import dev.guanjia.server.api.model.DutyFeedPage;
import dev.guanjia.server.api.model.NewDutyFeed;
import dev.guanjia.server.application.DutyFeedDesk;
import dev.guanjia.server.application.DutyFeedDesk.NewFeed;
import dev.guanjia.server.paging.Page;
import dev.guanjia.server.paging.PageRequest;
import dev.guanjia.server.store.DutyFeedStore.FeedRow;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Feeds of people's duties for calendar programs. */
@RestController
@RequestMapping("/v1")
class DutyFeedController implements DutyFeedsApi {

    private static final MediaType CALENDAR =
            new MediaType("text", "calendar", StandardCharsets.UTF_8);

    private final CurrentCaller caller;
    private final DutyFeedDesk desk;

    DutyFeedController(CurrentCaller caller, DutyFeedDesk desk) {
        this.caller = caller;
        this.desk = desk;
    }

    @Override
    public ResponseEntity<NewDutyFeed> createDutyFeed(
            String staffId, String idempotencyKey, DutyFeedCreate body) {
        NewFeed feed = desk.create(caller.get(), staffId, body.getLabel());
        return ResponseEntity.status(HttpStatus.CREATED)
                .body(
                        new NewDutyFeed(
                                feed.row().id(),
                                staffId,
                                feed.row().label(),
                                "/v1/duty-feeds/" + feed.key().text()));
    }

    @Override
    public ResponseEntity<DutyFeedPage> listDutyFeeds(
            String staffId, Integer limit, @Nullable String cursor) {
        PageRequest request = PageRequest.of("duty-feeds", limit, cursor);
        Page<DutyFeed> page =
                desk.list(caller.get(), staffId, request).map(DutyFeedController::feed);
        return ResponseEntity.ok(new DutyFeedPage(page.items()).nextCursor(page.nextCursor()));
    }

    private static DutyFeed feed(FeedRow row) {
        Instant read = row.readAt();
        return new DutyFeed(row.id(), row.of().staffId(), row.label(), Wire.at(row.recordedAt()))
                .readAt(read == null ? null : Wire.at(read));
    }

    @Override
    public ResponseEntity<Void> revokeDutyFeed(
            String staffId, String feedId, String idempotencyKey) {
        desk.revoke(caller.get(), staffId, feedId);
        return ResponseEntity.noContent().build();
    }

    @Override
    public ResponseEntity<Resource> getDutyFeed(String feedKey) {
        byte[] file = DutyFeedFile.of(desk.read(new FeedKey(feedKey)));
        return ResponseEntity.ok().contentType(CALENDAR).body(new ByteArrayResource(file));
    }
}
