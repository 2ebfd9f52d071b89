/** Organisations side by side: what a comparison says, to whom, under which names, and that it says no more than the report. */
package nl.meerwaarde.tests.benchmark;
