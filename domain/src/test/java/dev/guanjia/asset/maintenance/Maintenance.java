package dev.guanjia.asset.maintenance;

import static dev.guanjia.asset.Assets.day;

import dev.guanjia.asset.Assets;
import dev.guanjia.asset.Equipment;
import dev.guanjia.asset.EquipmentId;
import dev.guanjia.calendar.ChinaCalendar;
import dev.guanjia.calendar.DueDays;
import dev.guanjia.calendar.WorkingDayRule;
import dev.guanjia.organisation.Actor;
import dev.guanjia.organisation.PostKey;
import dev.guanjia.organisation.StaffId;
import dev.guanjia.organisation.staff.Qualification;
import dev.guanjia.organisation.staff.QualificationKey;
import dev.guanjia.organisation.staff.Qualifications;
import java.util.List;
import java.util.Optional;

/** Maintenance for tests. */
final class Maintenance {

    static final EquipmentId PUMP = new EquipmentId("pump_1");
    static final EquipmentId BOTTLE = new EquipmentId("bottle_1");
    static final Actor WORKER = actor("sf_worker", "MAINTENANCE_WORKER");
    static final Actor SUPERVISOR = actor("sf_supervisor", "MAINTENANCE_SUPERVISOR");
    static final Qualifications QUALIFIED =
            new Qualifications(
                    List.of(
                            new Qualification(
                                    WORKER.staff(),
                                    new QualificationKey("MAINTENANCE_CERTIFICATE"),
                                    "M-1",
                                    day("2024-01-01"),
                                    Optional.of(day("2026-03-20")))));

    private Maintenance() {}

    static MaintenancePlanner planner(WorkingDayRule rule) {
        return new MaintenancePlanner(
                MaintenanceStandards.load(), DueDays.PLAIN.moving(rule, ChinaCalendar.load()));
    }

    static Equipment pump(String installed, String retired) {
        return Assets.equipment(PUMP, "FIRE_PUMP", installed, retired);
    }

    /** An extinguisher: one task a month that needs no certificate. */
    static Equipment bottle(String installed, String retired) {
        return Assets.equipment(BOTTLE, "FIRE_EXTINGUISHER", installed, retired);
    }

    private static Actor actor(String staff, String post) {
        return new Actor(new StaffId(staff), new PostKey(post), "v1");
    }
}
