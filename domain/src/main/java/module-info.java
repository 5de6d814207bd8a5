/**
 * The property-management company as a library: posts, duties, work orders, billing, ledgers and
 * quality objectives. Pure and deterministic; time, ids and actors come in as parameters.
 */
@org.jspecify.annotations.NullMarked
module dev.guanjia.domain {
    requires static transitive org.jspecify; // annotations only
    requires de.siegmar.fastcsv;
    requires transitive java.money;

    exports dev.guanjia.asset;
    exports dev.guanjia.asset.maintenance;
    exports dev.guanjia.audit;
    exports dev.guanjia.billing;
    exports dev.guanjia.billing.arrears;
    exports dev.guanjia.billing.batch;
    exports dev.guanjia.billing.collection;
    exports dev.guanjia.billing.deposit;
    exports dev.guanjia.billing.dunning;
    exports dev.guanjia.billing.fee;
    exports dev.guanjia.billing.latecharge;
    exports dev.guanjia.billing.payer;
    exports dev.guanjia.billing.prepaid;
    exports dev.guanjia.billing.receipt;
    exports dev.guanjia.billing.run;
    exports dev.guanjia.billing.settlement;
    exports dev.guanjia.billing.share;
    exports dev.guanjia.billing.tariff;
    exports dev.guanjia.billing.waiver;
    exports dev.guanjia.billing.writeoff;
    exports dev.guanjia.calendar;
    exports dev.guanjia.catalogue;
    exports dev.guanjia.decision;
    exports dev.guanjia.description;
    exports dev.guanjia.duty;
    exports dev.guanjia.formula;
    exports dev.guanjia.ledger;
    exports dev.guanjia.money;
    exports dev.guanjia.organisation;
    exports dev.guanjia.organisation.authority;
    exports dev.guanjia.organisation.company;
    exports dev.guanjia.organisation.segregation;
    exports dev.guanjia.organisation.staff;
    exports dev.guanjia.plan;
    exports dev.guanjia.plan.meeting;
    exports dev.guanjia.plan.report;
    exports dev.guanjia.property;
    exports dev.guanjia.property.meter;
    exports dev.guanjia.property.tenure;
    exports dev.guanjia.quality;
    exports dev.guanjia.reaction;
    exports dev.guanjia.security.incident;
    exports dev.guanjia.security.patrol;
    exports dev.guanjia.security.shift;
    exports dev.guanjia.workorder;
    exports dev.guanjia.workorder.callback;
    exports dev.guanjia.workorder.dispatch;
    exports dev.guanjia.workorder.escalation;
    exports dev.guanjia.workorder.level;
    exports dev.guanjia.workorder.lifecycle;
    exports dev.guanjia.workorder.paid;
    exports dev.guanjia.workorder.request;
}
