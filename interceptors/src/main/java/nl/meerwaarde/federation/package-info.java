/**
 * A node that pools what organisations deliver: reports of their own facts, added up ({@code Measure/$submit-data}). Checks a report wholly, keeps the newest
 * one of an organisation, Measure version and period, and gives its numbers to {@code cell} as the second source of a report. Where records of patients are delivered
 * instead, they are stored as if they had been posted, under ids of this server.
 */
@NullMarked
package nl.meerwaarde.federation;

import org.jspecify.annotations.NullMarked;
