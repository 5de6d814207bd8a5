package dev.guanjia.workorder.lifecycle;

/** What a work order is about; each kind has a lifecycle of its own. Source: 03 P-INTAKE. */
public enum WorkOrderKind {
    /** 投诉: somebody is dissatisfied. Source: 03 P-COMPLAINT. */
    COMPLAINT(WorkOrderState.RECEIVED),
    /** 报修: something is broken. Source: 03 P-REPAIR. */
    REPAIR(WorkOrderState.REPORTED);

    private final WorkOrderState initial;

    WorkOrderKind(WorkOrderState initial) {
        this.initial = initial;
    }

    /**
     * Where every order of this kind begins.
     *
     * @return the initial state
     */
    public WorkOrderState initial() {
        return initial;
    }
}
