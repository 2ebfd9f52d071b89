/**
 * The instruments of Meerwaarde as resources of this package: one folder each, named like the Questionnaire's id, listed
 * in {@code index.txt}. {@link nl.meerwaarde.questionnaires.InstrumentLibrary} opens them. Adding an instrument is adding
 * a folder and a line.
 */
@NullMarked
package nl.meerwaarde.questionnaires;

import org.jspecify.annotations.NullMarked;
