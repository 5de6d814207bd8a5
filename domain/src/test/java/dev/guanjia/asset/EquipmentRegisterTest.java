package dev.guanjia.asset;

import static dev.guanjia.asset.Assets.EAST;
import static dev.guanjia.asset.Assets.WEST;
import static dev.guanjia.asset.Assets.day;
import static dev.guanjia.asset.Assets.lift;
import static dev.guanjia.asset.Assets.no;
import static dev.guanjia.asset.Assets.place;
import static dev.guanjia.asset.Assets.register;
import static dev.guanjia.asset.Assets.yes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.guanjia.asset.Equipment.Stay;
import dev.guanjia.calendar.DateRange;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EquipmentRegisterTest {

    private static final AssetKey YEARLY = new AssetKey("LIFT_INSPECTION");

    @Test
    void equipmentIsInOnePlaceOnEveryDayOfItsLife() {
        EquipmentRegister register =
                yes(
                        yes(register(lift(EAST, "2024-01-15", ""))
                                        .move(EAST, stay("2024-06-01", "bd_2")))
                                .retire(EAST, day("2026-03-01")));
        Equipment lift = register.find(EAST).orElseThrow();
        assertThat(lift.placeOn(day("2024-01-14"))).isEmpty();
        assertThat(lift.placeOn(day("2024-01-15"))).contains(place("bd_1"));
        assertThat(lift.placeOn(day("2024-05-31"))).contains(place("bd_1"));
        assertThat(lift.placeOn(day("2024-06-01"))).contains(place("bd_2"));
        assertThat(lift.placeOn(day("2026-02-28"))).contains(place("bd_2"));
        assertThat(lift.placeOn(day("2026-03-01"))).isEmpty();
        assertThat(lift.usedIn(range("2026-02-01", "2026-04-01")))
                .isEqualTo(range("2026-02-01", "2026-03-01"));
        assertThat(lift.usedIn(range("2026-04-01", "2026-05-01")).isEmpty()).isTrue();
        assertThat(lift.usedIn(range("2023-01-01", "2024-01-01")).isEmpty()).isTrue();
        assertThat(lift.isUnderWarranty(day("2025-01-15"))).isTrue();
        assertThat(lift.isUnderWarranty(day("2025-01-16"))).isFalse();
    }

    @Test
    void theSameRequestTwiceIsOneRequest() {
        Equipment east = lift(EAST, "2024-01-15", "");
        EquipmentRegister once = yes(register().add(east));
        assertThat(yes(once.add(east)).equipment()).containsExactly(east);
        EquipmentRegister moved = yes(once.move(EAST, stay("2024-06-01", "bd_2")));
        assertThat(yes(moved.move(EAST, stay("2024-06-01", "bd_2"))).equipment())
                .isEqualTo(moved.equipment());
        EquipmentRegister gone = yes(moved.retire(EAST, day("2026-01-01")));
        assertThat(yes(gone.retire(EAST, day("2026-01-01"))).equipment())
                .isEqualTo(gone.equipment());
        EquipmentRegister certified = yes(once.certify(paper("A", "2025-01-01", "2025-12-31")));
        assertThat(yes(certified.certify(paper("A", "2025-01-01", "2025-12-31"))).certificates())
                .hasSize(1);
    }

    @Test
    void theRegisterRefusesWhatWouldStandTwice() {
        EquipmentRegister register = register(lift(EAST, "2024-01-15", ""));
        assertThat(no(register.add(lift(EAST, "2024-01-16", ""))))
                .containsExactly("equipment-exists");
        assertThat(no(register.add(like(EAST, WEST, "LIFT"))))
                .containsExactly("equipment-serial-taken");
        assertThat(yes(register.add(like(EAST, WEST, "FIRE_PUMP"))).equipment()).hasSize(2);
        assertThat(no(register.add(like(WEST, WEST, "TELEPORTER"))))
                .containsExactly("equipment-class-unknown");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> register(lift(EAST, "2024-01-15", ""), like(EAST, WEST, "LIFT")));
    }

    @Test
    void whatIsNotInUseIsNotUsed() {
        EquipmentRegister register = register(lift(EAST, "2024-01-15", "2026-03-01"));
        assertThat(no(register.use(WEST, day("2025-01-01")))).containsExactly("equipment-unknown");
        assertThat(no(register.use(EAST, day("2024-01-14"))))
                .containsExactly("equipment-not-installed");
        assertThat(no(register.use(EAST, day("2026-03-01")))).containsExactly("equipment-retired");
        assertThat(yes(register.use(EAST, day("2026-02-28"))).id()).isEqualTo(EAST);
        assertThat(no(register.retire(EAST, day("2026-04-01"))))
                .containsExactly("equipment-retired");
        assertThat(no(register.retire(WEST, day("2026-04-01"))))
                .containsExactly("equipment-unknown");
    }

    @Test
    void thePastIsNotMoved() {
        EquipmentRegister register =
                yes(register(lift(EAST, "2024-01-15", "")).move(EAST, stay("2024-06-01", "bd_2")));
        assertThat(no(register.move(EAST, stay("2024-06-01", "bd_3"))))
                .containsExactly("equipment-changed-later");
        assertThat(no(register.retire(EAST, day("2024-06-01"))))
                .containsExactly("equipment-changed-later");
        assertThat(yes(register.move(EAST, stay("2024-06-02", "bd_3"))).equipment()).hasSize(1);
    }

    @ParameterizedTest(name = "{0}: {1} until {2}")
    @CsvSource(
            textBlock =
                    """
                    # day,      standing, due,        due by the end of March
                    2024-12-31, MISSING,  ,           true
                    2025-01-01, VALID,    2025-12-31, false
                    2025-12-31, VALID,    2025-12-31, false
                    2026-01-01, LAPSED,   2025-12-31, true
                    2026-02-01, VALID,    2027-02-28, false
                    2027-02-28, VALID,    2027-02-28, true
                    2027-03-01, LAPSED,   2027-02-28, true
                    2027-06-01, VALID,    ,           false
                    """)
    void theNextInspectionIsDueBeforeTheCertificatesLapse(
            String on, Inspection.Standing standing, String due, boolean dueBy) {
        EquipmentRegister register = register(lift(EAST, "2024-01-15", ""));
        for (Certificate paper :
                List.of(
                        paper("D", "2027-06-01", null),
                        paper("A", "2025-01-01", "2025-12-31"),
                        paper("C", "2027-02-01", "2027-02-28"),
                        paper("B", "2026-02-01", "2027-01-31"))) {
            register = yes(register.certify(paper));
        }
        Inspection found = register.inspections(day(on)).get(0);
        assertThat(found)
                .isEqualTo(
                        new Inspection(
                                EAST, YEARLY, standing, Optional.ofNullable(due).map(Assets::day)));
        assertThat(found.isDueBy(day("2027-03-31").withYear(day(on).getYear()))).isEqualTo(dueBy);
    }

    @Test
    void onlyWhatIsInUseAndNeedsAnInspectionIsListed() {
        EquipmentRegister register =
                register(
                        lift(EAST, "2024-01-15", "2025-01-01"),
                        lift(WEST, "2024-01-15", ""),
                        Assets.equipment(new EquipmentId("hose"), "LIGHTING", "2024-01-15", ""));
        assertThat(register.inspections(day("2024-12-31"))).hasSize(2);
        assertThat(register.inspections(day("2025-01-01")))
                .extracting(Inspection::equipment)
                .containsExactly(WEST);
    }

    @Test
    void aCertificateIsOnFileOnceAndForAnInspectionThatIsNeeded() {
        EquipmentRegister register =
                yes(
                        register(lift(EAST, "2024-01-15", ""))
                                .certify(paper("A", "2025-01-01", "2025-12-31")));
        assertThat(no(register.certify(paper("A", "2026-01-01", "2026-12-31"))))
                .containsExactly("equipment-certificate-exists");
        assertThat(
                        no(
                                register.certify(
                                        new Certificate(
                                                EAST,
                                                new AssetKey("LIGHTNING_TEST"),
                                                "L",
                                                day("2025-01-01"),
                                                Optional.empty()))))
                .containsExactly("equipment-inspection-not-needed");
        assertThat(no(register.certify(paper("B", "2024-01-01", "2024-12-31"))))
                .containsExactly("equipment-not-installed");
    }

    @Test
    void theCatalogueKnowsItsClassesAndWhatIsMeasuredOnThem() {
        EquipmentCatalogue catalogue = EquipmentCatalogue.load();
        assertThat(catalogue.classes()).hasSize(22);
        assertThat(catalogue.inspections()).hasSize(6);
        assertThat(measured("QF-H-13")).containsExactly(new AssetKey("LIFT"));
        assertThat(measured("QF-Q-33")).hasSize(6);
        assertThat(IntStream.of(23, 26, 30, 33, 51).mapToObj(number -> measured("QF-Q-" + number)))
                .noneMatch(List::isEmpty);
    }

    private static List<AssetKey> measured(String objective) {
        return EquipmentCatalogue.load().classes().stream()
                .filter(each -> each.objectives().contains(objective))
                .map(EquipmentCatalogue.EquipmentClass::key)
                .toList();
    }

    private static Stay stay(String from, String building) {
        return new Stay(day(from), place(building));
    }

    private static DateRange range(String from, String to) {
        return new DateRange(day(from), day(to));
    }

    private static Equipment like(EquipmentId numbered, EquipmentId id, String kind) {
        Equipment same = Assets.equipment(numbered, kind, "2024-01-15", "");
        return new Equipment(
                id,
                same.kind(),
                same.serial(),
                same.name(),
                same.stays(),
                same.retired(),
                same.warranty());
    }

    private static Certificate paper(String number, String from, String last) {
        return new Certificate(
                EAST, YEARLY, number, day(from), Optional.ofNullable(last).map(Assets::day));
    }
}
