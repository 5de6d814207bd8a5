package dev.guanjia.server.application;

import dev.guanjia.asset.AssetKey;
import dev.guanjia.asset.AssetRate;
import dev.guanjia.asset.AssetRates;
import dev.guanjia.asset.Equipment;
import dev.guanjia.asset.RunningHours;
import dev.guanjia.calendar.DateRange;
import dev.guanjia.property.Community;
import dev.guanjia.server.access.Caller;
import dev.guanjia.server.store.EquipmentStore;
import dev.guanjia.server.store.EquipmentStore.EquipmentRow;
import dev.guanjia.server.store.RunningHoursStore;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Measures how often equipment fails. */
@Service
public class FailureRates {

    private static final AssetKey LIFT = new AssetKey("LIFT");

    private final EquipmentStore store;
    private final EquipmentDesk equipment;
    private final DowntimeDesk downtimes;
    private final Places places;
    private final RunningHoursStore hours;
    private final CommunityDays days;
    private final Snapshot snapshot;

    FailureRates(
            EquipmentStore store,
            EquipmentDesk equipment,
            DowntimeDesk downtimes,
            Places places,
            RunningHoursStore hours,
            CommunityDays days,
            Snapshot snapshot) {
        this.store = store;
        this.equipment = equipment;
        this.downtimes = downtimes;
        this.places = places;
        this.hours = hours;
        this.days = days;
        this.snapshot = snapshot;
    }

    /**
     * What is asked.
     *
     * @param month when
     * @param community where
     * @param kind which class
     * @param method which reading; null for the hours out of service
     */
    public record Question(
            YearMonth month, String community, String kind, @Nullable String method) {}

    /**
     * The answer.
     *
     * @param rate the rate and the rows behind it
     * @param method the reading
     * @param knownUntil up to when it is measured
     */
    public record Answer(AssetRate rate, AssetRates.Method method, Instant knownUntil) {}

    /**
     * Measures a month.
     *
     * @param caller who asks
     * @param question what
     * @return the rate
     */
    public Answer measure(Caller caller, Question question) {
        Given given = new Given();
        Optional<AssetKey> kind = equipment.classOf(given, "equipment_class", question.kind());
        Optional<AssetRates.Method> method =
                question.method() == null
                        ? Optional.of(AssetRates.Method.OUT_OF_SERVICE_HOURS)
                        : given.known("method", question.method(), AssetRates.Method.class);
        given.day("period", question.month().atDay(1));
        Optional<Community> community = places.find(caller.tenant(), question.community());
        if (community.isEmpty()) {
            given.unknown("community_id", question.community());
        }
        given.end();
        return snapshot.read(
                () ->
                        measure(
                                caller.tenant(),
                                community.get(),
                                kind.orElseThrow(),
                                new Month(question.month(), method.orElseThrow(), days.now())));
    }

    private record Month(YearMonth month, AssetRates.Method method, Instant asOf) {}

    private Answer measure(String tenant, Community community, AssetKey kind, Month asked) {
        DateRange span = DateRange.of(asked.month());
        Instant end = span.end().atStartOfDay(community.zone()).toInstant();
        Instant now = asked.asOf().isAfter(days.now()) ? days.now() : asked.asOf();
        Instant horizon = end.isAfter(now) ? now : end;
        List<Equipment> there =
                store.everIn(tenant, community.id().value(), kind).stream()
                        .map(EquipmentRow::equipment)
                        .filter(each -> wasIn(each, span, community, horizon))
                        .toList();
        List<String> ids = there.stream().map(each -> each.id().value()).toList();
        AssetRates rates =
                new AssetRates(downtimes.log(tenant, ids), community.zone(), hours.of(tenant, ids));
        AssetRate rate = rates.failures(asked.method(), there, span, horizon);
        return new Answer(rate, asked.method(), horizon);
    }

    /**
     * The hours of the lifts of a company in a month, wherever they are. A moved lift counts where
     * it was last.
     *
     * @param tenant the company
     * @param month when
     * @param asOf up to when what happened is known
     * @return the rate by hours out of service, with a row for each lift
     */
    AssetRate lifts(String tenant, YearMonth month, Instant asOf) {
        Month asked = new Month(month, AssetRates.Method.OUT_OF_SERVICE_HOURS, asOf);
        return new AssetRate(
                store.communities(tenant, LIFT).stream()
                        .flatMap(id -> places.find(tenant, id).stream())
                        .flatMap(
                                community ->
                                        measure(tenant, community, LIFT, asked)
                                                .rate()
                                                .rows()
                                                .stream())
                        .toList());
    }

    /**
     * The intact rate of a class now or before.
     *
     * @param caller who asks
     * @param communityId where
     * @param kindText which class
     * @param asked at which moment; null for now
     * @return the rate, with a row for each piece in use there on that day
     */
    public Intact intact(
            Caller caller, String communityId, String kindText, @Nullable Instant asked) {
        Given given = new Given();
        Optional<AssetKey> kind = equipment.classOf(given, "equipment_class", kindText);
        Instant now = days.now();
        Optional<Instant> moment =
                new Moments(given, now).past("as_of", asked == null ? now : asked);
        Optional<Community> community = places.find(caller.tenant(), communityId);
        if (community.isEmpty()) {
            given.unknown("community_id", communityId);
        }
        given.end();
        Instant at = moment.orElseThrow();
        return snapshot.read(
                () ->
                        new Intact(
                                intact(caller.tenant(), community.get(), kind.orElseThrow(), at),
                                at));
    }

    /**
     * An intact rate.
     *
     * @param rate the rate and the rows behind it
     * @param at the moment
     */
    public record Intact(AssetRate rate, Instant at) {}

    private AssetRate intact(String tenant, Community community, AssetKey kind, Instant at) {
        LocalDate day = LocalDate.ofInstant(at, community.zone());
        List<Equipment> there =
                store.everIn(tenant, community.id().value(), kind).stream()
                        .map(EquipmentRow::equipment)
                        .filter(
                                each ->
                                        each.placeOn(day)
                                                .filter(
                                                        place ->
                                                                place.community()
                                                                        .equals(community.id()))
                                                .isPresent())
                        .toList();
        List<String> ids = there.stream().map(each -> each.id().value()).toList();
        return new AssetRates(downtimes.log(tenant, ids), community.zone(), RunningHours.ALWAYS)
                .intact(there, at);
    }

    /** What moved counts where it was last in the month. */
    private static boolean wasIn(
            Equipment each, DateRange span, Community community, Instant horizon) {
        DateRange used = each.usedIn(span);
        if (used.isEmpty()) {
            return false;
        }
        LocalDate known = LocalDate.ofInstant(horizon, community.zone());
        LocalDate last = used.last().isAfter(known) ? known : used.last();
        return each.placeOn(last)
                .filter(place -> place.community().equals(community.id()))
                .isPresent();
    }
}
