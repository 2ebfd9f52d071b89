package nl.meerwaarde.caregap;

import java.time.LocalDate;

/**
 * A moment of an episode at which a score is to be measured.
 *
 * @param patient id of the Patient, the surviving one of a merge
 * @param episode id of the CarePlan
 * @param moment code of the measurement moment
 * @param opens first day of its window
 * @param closes last day
 * @param invited whether the patient was asked
 */
record DueMeasurement(
        String patient,
        String episode,
        String moment,
        LocalDate opens,
        LocalDate closes,
        boolean invited,
        GapStatus status) {}
