package dev.guanjia.workorder.lifecycle;

/**
 * What a work order is about. Each kind has a lifecycle of its own, which says how it is called and
 * where it begins. Source: 03 P-INTAKE; P-INCIDENT, P-PM, P-CLEAN.
 */
public enum WorkOrderKind {
    /** 投诉: somebody is dissatisfied. Source: 03 P-COMPLAINT. */
    COMPLAINT,
    /** 报修: something is broken. Source: 03 P-REPAIR. */
    REPAIR,
    /** 有偿维修: it is repaired for a price. Source: 03 P-PAID-REPAIR. */
    PAID_REPAIR,
    /** 保修: whoever built or sold it has to repair it. A proposal. */
    WARRANTY_REPAIR,
    /** 咨询: a question. Source: 03 P-INTAKE. */
    CONSULTATION,
    /** 建议: a proposal. Source: 03 P-INTAKE. */
    SUGGESTION,
    /** 求助: somebody needs help. Source: 03 P-INTAKE. */
    HELP,
    /** 特约服务: a service for a price. Source: 03 P-SPECIAL-SERVICE. */
    SPECIAL_SERVICE,
    /** 检查发现: what an inspection found. Source: 03 P-SAFETY-CHECK. */
    INSPECTION_FINDING,
    /** 维保: planned work on equipment. Source: 03 P-PM. */
    PREVENTIVE_MAINTENANCE,
    /** 巡查发现: what a patrol found. Source: 03 P-PATROL. */
    PATROL_FINDING,
    /** 保洁绿化: planned cleaning or greening. Source: 03 P-CLEAN. */
    CLEANING_TASK,
    /** 突发事件: fire, theft, flood and their like. Source: 03 P-INCIDENT. */
    INCIDENT
}
