package dev.guanjia.server.application;

import dev.guanjia.property.Community;
import dev.guanjia.property.CommunityId;
import dev.guanjia.property.UnitId;
import dev.guanjia.server.access.Caller;
import dev.guanjia.server.access.Permissions;
import dev.guanjia.server.application.Told.Place;
import dev.guanjia.server.application.Told.Reached;
import dev.guanjia.server.audit.Audit;
import dev.guanjia.server.ids.Ids;
import dev.guanjia.server.store.ServiceRequestStore.RequestRow;
import dev.guanjia.workorder.Attachment;
import dev.guanjia.workorder.Reception;
import dev.guanjia.workorder.Requester;
import dev.guanjia.workorder.request.ServiceRequest;
import dev.guanjia.workorder.request.ServiceRequestId;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;

/** Writes down what people ask for. */
@Service
public class ServiceRequestDesk {

    private static final String COMMAND = "create-service-request";

    private final Permissions permissions;
    private final RequestBook book;
    private final Intakes.Door door;
    private final Audit audit;
    private final Clock clock;

    ServiceRequestDesk(
            Permissions permissions,
            RequestBook book,
            Intakes.Door door,
            Audit audit,
            Clock clock) {
        this.permissions = permissions;
        this.book = book;
        this.door = door;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * What was said.
     *
     * @param place where
     * @param words what was said
     * @param reached how it reached us
     * @param files what was handed in with it
     */
    public record Said(
            Place place, String words, Reached reached, List<WorkOrderNotes.File> files) {

        /** Copies. */
        public Said {
            files = List.copyOf(files);
        }
    }

    /**
     * Writes a request down.
     *
     * @param caller who was told
     * @param said what was said
     * @return the request
     */
    public RequestRow create(Caller caller, Said said) {
        permissions.require(caller, COMMAND, said.place().communityId());
        Instant now = clock.instant();
        Given given = new Given();
        Optional<Reception> reception = reception(caller, given, said, now);
        given.text("/words", said.words());
        List<Attachment> files = files(given, said.files());
        given.end();
        String unit = said.place().unitId();
        ServiceRequest request =
                new ServiceRequest(
                        new ServiceRequestId(Ids.next("sr")),
                        new CommunityId(said.place().communityId()),
                        unit == null ? null : new UnitId(unit),
                        said.words(),
                        reception.orElseThrow(),
                        files);
        RequestRow row = book.write(caller, List.of(request), now).get(0);
        Map<String, String> facts = Map.of("channel", said.reached().channel());
        audit.accepted(caller, COMMAND, row.id(), facts);
        return row;
    }

    private Optional<Reception> reception(Caller caller, Given given, Said said, Instant now) {
        Moments moments = new Moments(given, now);
        List<String> units = Stream.ofNullable(said.place().unitId()).toList();
        Intakes intakes = door.open(caller.tenant(), units, given, moments);
        Reached reached = said.reached();
        Optional<Instant> received = moments.past("/received_at", reached.receivedAt());
        Optional<Community> community = intakes.community("", said.place());
        boolean comes = intakes.comes("", reached.channel(), received, community);
        Optional<Requester> requester = intakes.requester("", reached.who());
        String reference = reached.reference();
        boolean numbered =
                reference == null || given.text("/source_reference", reference).isPresent();
        return received.filter(at -> comes && numbered)
                .map(at -> new Reception(reached.channel(), at, reference, requester.orElse(null)));
    }

    private static List<Attachment> files(Given given, List<WorkOrderNotes.File> files) {
        List<Attachment> attachments = new ArrayList<>();
        for (int i = 0; i < files.size(); i++) {
            WorkOrderNotes.File file = files.get(i);
            String at = "/attachments/" + i;
            Attachment.of(file.name(), file.mediaType(), file.stored())
                    .fold(
                            attachments::add,
                            reasons -> {
                                reasons.forEach(
                                        no -> given.faults().add(at, no.code(), no.facts()));
                                return false;
                            });
        }
        return attachments;
    }
}
