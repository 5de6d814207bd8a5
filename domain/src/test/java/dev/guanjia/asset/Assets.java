package dev.guanjia.asset;

import static org.assertj.core.api.Assertions.assertThat;

import dev.guanjia.asset.Equipment.Stay;
import dev.guanjia.calendar.DateRange;
import dev.guanjia.decision.Decision;
import dev.guanjia.decision.Language;
import dev.guanjia.decision.Refusal;
import dev.guanjia.decision.Wording;
import dev.guanjia.property.BuildingId;
import dev.guanjia.property.CommunityId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** Equipment for tests. */
public final class Assets {

    public static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    public static final EquipmentId EAST = new EquipmentId("lift_1");
    public static final EquipmentId WEST = new EquipmentId("lift_2");

    private Assets() {}

    public static LocalDate day(String text) {
        return LocalDate.parse(text);
    }

    public static Instant at(String text) {
        return LocalDateTime.parse(text).atZone(SHANGHAI).toInstant();
    }

    public static Place place(String building) {
        return new Place(
                new CommunityId("cm_1"), Optional.of(new BuildingId(building)), Optional.empty());
    }

    /** {@code retired} empty while it is used. */
    public static Equipment lift(EquipmentId id, String installed, String retired) {
        return equipment(id, "LIFT", installed, retired);
    }

    public static Equipment equipment(
            EquipmentId id, String kind, String installed, String retired) {
        return new Equipment(
                id,
                new AssetKey(kind),
                "SN-" + id,
                "设备" + id,
                List.of(new Stay(day(installed), place("bd_1"))),
                retired.isEmpty() ? Optional.empty() : Optional.of(day(retired)),
                Optional.of(DateRange.ofClosed(day(installed), day(installed).plusYears(1))));
    }

    public static EquipmentRegister register(Equipment... equipment) {
        return new EquipmentRegister(EquipmentCatalogue.load(), List.of(equipment), List.of());
    }

    public static Downtime fault(String reference, EquipmentId id, String from, String to) {
        return new Downtime(
                reference,
                id,
                Downtime.Cause.FAULT,
                at(from),
                to.isEmpty() ? Optional.empty() : Optional.of(at(to)));
    }

    public static <T> T yes(Decision<T> decision) {
        return decision.fold(
                value -> value,
                reasons -> {
                    throw new AssertionError("refused: " + reasons);
                });
    }

    /** The keys of a refusal, each worded in both languages without a fact left open. */
    public static List<String> no(Decision<?> decision) {
        List<Refusal> reasons =
                decision.fold(
                        value -> {
                            throw new AssertionError("accepted: " + value);
                        },
                        refused -> refused);
        for (Refusal reason : reasons) {
            for (Language language : Language.values()) {
                assertThat(Wording.of(reason, language)).doesNotContain("{");
            }
        }
        return reasons.stream().map(reason -> reason.code().key()).toList();
    }
}
