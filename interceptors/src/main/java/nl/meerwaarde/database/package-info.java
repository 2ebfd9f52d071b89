/**
 * The tables of the plug-in suite in the host's database: their migration (with a history table of our own) and access on the host's connection, so
 * that they take part in the host's transactions. Knows SQL dialects; knows no feature.
 */
@NullMarked
package nl.meerwaarde.database;

import org.jspecify.annotations.NullMarked;
