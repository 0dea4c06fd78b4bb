package rollcall.matrix;

import rollcall.fixtures.cluster.ClusterProvider;
import rollcall.fixtures.junit.Seed;
import rollcall.fixtures.junit.Stop;
import rollcall.reports.RunFolder;

/**
 * What all cells of one run share.
 *
 * @param stop ends it early
 */
public record Run(
    Seed seed, ClusterProvider provider, RunFolder folder, Rerun rerun, Story story, Stop stop) {}
