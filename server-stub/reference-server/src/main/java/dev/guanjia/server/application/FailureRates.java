package dev.guanjia.server.application;

import dev.guanjia.asset.AssetKey;
import dev.guanjia.asset.AssetRate;
import dev.guanjia.asset.AssetRates;
import dev.guanjia.asset.Equipment;
import dev.guanjia.calendar.DateRange;
import dev.guanjia.property.Community;
import dev.guanjia.server.access.Caller;
import dev.guanjia.server.store.EquipmentStore;
import dev.guanjia.server.store.EquipmentStore.EquipmentRow;
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

    private final EquipmentStore store;
    private final EquipmentDesk equipment;
    private final DowntimeDesk downtimes;
    private final Places places;
    private final CommunityDays days;
    private final Snapshot snapshot;

    FailureRates(
            EquipmentStore store,
            EquipmentDesk equipment,
            DowntimeDesk downtimes,
            Places places,
            CommunityDays days,
            Snapshot snapshot) {
        this.store = store;
        this.equipment = equipment;
        this.downtimes = downtimes;
        this.places = places;
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
                                new Month(question.month(), method.orElseThrow())));
    }

    private record Month(YearMonth month, AssetRates.Method method) {}

    private Answer measure(String tenant, Community community, AssetKey kind, Month asked) {
        DateRange span = DateRange.of(asked.month());
        Instant end = span.end().atStartOfDay(community.zone()).toInstant();
        Instant now = days.now();
        Instant horizon = end.isAfter(now) ? now : end;
        List<Equipment> there =
                store.everIn(tenant, community.id().value(), kind).stream()
                        .map(EquipmentRow::equipment)
                        .filter(each -> wasIn(each, span, community, horizon))
                        .toList();
        List<String> ids = there.stream().map(each -> each.id().value()).toList();
        AssetRates rates =
                new AssetRates(downtimes.log(tenant, ids), community.zone(), Optional.empty());
        AssetRate rate = rates.failures(asked.method(), there, span, horizon);
        return new Answer(rate, asked.method(), horizon);
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
