package dev.guanjia.server.application;

import dev.guanjia.server.store.PoolStore;
import dev.guanjia.server.store.PoolWeightStore;
import dev.guanjia.server.store.ShareStore;
import org.springframework.stereotype.Component;

/**
 * All that is kept of pools.
 *
 * @param pools the pools
 * @param weights the weights that were given
 * @param shares what each unit bears
 * @param keys by what they are cut
 */
@Component
record PoolBook(PoolStore pools, PoolWeightStore weights, ShareStore shares, PoolKeys keys) {}
