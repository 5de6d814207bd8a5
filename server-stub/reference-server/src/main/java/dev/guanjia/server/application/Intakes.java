package dev.guanjia.server.application;

import dev.guanjia.organisation.staff.QualificationKey;
import dev.guanjia.property.BuildingId;
import dev.guanjia.property.Community;
import dev.guanjia.property.UnitId;
import dev.guanjia.reaction.PaidSteps;
import dev.guanjia.server.application.Told.Classed;
import dev.guanjia.server.application.Told.Place;
import dev.guanjia.server.application.Told.Who;
import dev.guanjia.server.problem.FieldCode;
import dev.guanjia.workorder.Intake;
import dev.guanjia.workorder.Reception;
import dev.guanjia.workorder.Requester;
import dev.guanjia.workorder.Site;
import dev.guanjia.workorder.Triage;
import dev.guanjia.workorder.lifecycle.CustomerClass;
import dev.guanjia.workorder.lifecycle.PlaceKind;
import dev.guanjia.workorder.lifecycle.Severity;
import dev.guanjia.workorder.lifecycle.WorkOrderKind;
import dev.guanjia.workorder.request.Channels;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads what was told into an intake of the domain; what is wrong is noted with its place. */
final class Intakes {

    private final PlaceBook places;
    private final Needs needs;
    private final Channels channels;
    private final Given given;
    private final Moments moments;

    private Intakes(Known known, Given given, Moments moments) {
        this.places = known.places();
        this.needs = known.needs();
        this.channels = known.channels();
        this.given = given;
        this.moments = moments;
    }

    /**
     * Where matters come in.
     *
     * @param places the places they can be about
     * @param needs what they can take
     * @param channels the ways by which they can come
     */
    @Component
    record Door(Places places, Needs needs, ChannelBook channels) {

        /** Opens it for one request that names these units; what is wrong is noted there. */
        Intakes open(String tenant, Collection<String> units, Given given, Moments moments) {
            Known known = new Known(places.book(tenant, units), needs, channels.of(tenant));
            return new Intakes(known, given, moments);
        }
    }

    /** What one request can name. */
    private record Known(PlaceBook places, Needs needs, Channels channels) {}

    /**
     * A matter with what its due time needs.
     *
     * @param intake the matter
     * @param community where
     * @param dueAt the due time that was agreed; null when none was
     */
    record Matter(Intake intake, Community community, @Nullable Instant dueAt) {}

    /** The matter, if nothing is wrong with it. */
    Optional<Matter> read(String at, Told told) {
        Optional<WorkOrderKind> kind = kind(at + "/kind", told.kind());
        Optional<String> title = given.text(at + "/title", told.words().title());
        Optional<Instant> received = moments.past(at + "/received_at", told.reached().receivedAt());
        Optional<Instant> due = moments.any(at + "/due_at", told.dueAt());
        Optional<Community> community = community(at, told.place());
        String unit = told.place().unitId();
        Optional<Triage> triage =
                triage(at, told.classed(), unit == null ? null : new UnitId(unit));
        Optional<Requester> requester = requester(at, told.reached().who());
        List<QualificationKey> takes = needs.readAll(given, at + "/needs", told.classed().needs());
        if (unit == null && kind.filter(PaidSteps::isPaid).isPresent()) {
            given.faults().add(at + "/unit_id", FieldCode.MISSING, Map.of());
        }
        boolean comes = comes(at, told.reached().channel(), received, community);
        boolean whole = comes && kind.isPresent() && title.isPresent() && received.isPresent();
        if (!whole || community.isEmpty() || triage.isEmpty()) {
            return Optional.empty();
        }
        Reception reception =
                new Reception(
                        told.reached().channel(),
                        received.get(),
                        told.reached().reference(),
                        requester.orElse(null));
        Intake intake =
                new Intake(
                        kind.get(),
                        site(community.get(), told.place()),
                        title.get(),
                        told.words().description(),
                        takes,
                        triage.get(),
                        reception);
        return Optional.of(new Matter(intake, community.get(), due.orElse(null)));
    }

    private static Site site(Community community, Place place) {
        String unit = place.unitId();
        String building = place.buildingId();
        return new Site(
                community.id(),
                unit == null ? null : new UnitId(unit),
                building == null ? null : new BuildingId(building),
                place.area());
    }

    /** What has happened is reported as an incident, with its scene, notice, report and goal. */
    private Optional<WorkOrderKind> kind(String pointer, String text) {
        Optional<WorkOrderKind> kind = given.known(pointer, text, WorkOrderKind.class);
        if (kind.filter(WorkOrderKind.INCIDENT::equals).isPresent()) {
            Map<String, String> facts =
                    Map.of(
                            "kind", text,
                            "report", "reportIncident",
                            "order", "openIncidentWorkOrder");
            given.faults().add(pointer, IncidentRuleRefusal.REPORTED_ELSEWHERE, facts);
            return Optional.empty();
        }
        return kind;
    }

    /** On the day it came in, where that is known. */
    boolean comes(
            String at, String channel, Optional<Instant> received, Optional<Community> community) {
        return received.isEmpty()
                || community.isEmpty()
                || ChannelBook.known(
                                given,
                                at + "/channel",
                                channel,
                                channels.find(
                                        channel,
                                        LocalDate.ofInstant(
                                                received.get(), community.get().zone())))
                        .isPresent();
    }

    /** The community, if it exists and the unit is one of its units. */
    Optional<Community> community(String at, Place place) {
        return places.read(given, at, place);
    }

    private Optional<Triage> triage(String at, Classed classed, @Nullable UnitId unit) {
        Triage usual = Triage.usual(unit);
        Optional<Severity> severity =
                classed.severity() == null
                        ? Optional.of(usual.severity())
                        : given.known(at + "/severity", classed.severity(), Severity.class);
        Optional<PlaceKind> place =
                classed.placeKind() == null
                        ? Optional.of(usual.place())
                        : given.known(at + "/place_kind", classed.placeKind(), PlaceKind.class);
        return severity.flatMap(harm -> place.map(kind -> new Triage(harm, kind)));
    }

    /** Nobody, too, if something is wrong with them. */
    Optional<Requester> requester(String at, @Nullable Who who) {
        if (who == null) {
            return Optional.empty();
        }
        String of = at + "/requester";
        boolean said =
                says(of + "/contact", who.contact())
                        & says(of + "/name", who.name())
                        & says(of + "/phone", who.phone());
        return given.known(of + "/customer_class", who.customerClass(), CustomerClass.class)
                .filter(as -> said)
                .map(as -> new Requester(as, who.contact(), who.name(), who.phone()));
    }

    private boolean says(String pointer, @Nullable String text) {
        return text == null || given.text(pointer, text).isPresent();
    }
}
