package dev.guanjia.asset.maintenance;

import dev.guanjia.asset.EquipmentId;
import dev.guanjia.asset.Place;
import dev.guanjia.catalogue.Label;
import dev.guanjia.organisation.staff.QualificationKey;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What somebody needs to know who opens a work order for a maintenance task.
 *
 * @param task the key of the task; one order carries it
 * @param equipment what is maintained
 * @param place where it is
 * @param work what is done
 * @param due the last day in time; empty while its working days are not announced
 * @param evidence which record proves it
 * @param qualification what the worker must be qualified for; empty when nothing is asked
 */
public record OrderRequest(
        String task,
        EquipmentId equipment,
        Place place,
        Label work,
        Optional<LocalDate> due,
        String evidence,
        Optional<QualificationKey> qualification) {

    static OrderRequest of(MaintenanceTask task, Place place) {
        MaintenanceStandard standard = task.standard();
        return new OrderRequest(
                task.key(),
                task.equipment(),
                place,
                standard.work(),
                task.due(),
                standard.evidence(),
                standard.qualification());
    }
}
