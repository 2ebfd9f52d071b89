/**
 * The main job on real data: record-level NHS England PROMs of 2017/18, imported, scored and reported, against the tables that NHS England published of the
 * same year. The files lie beside the project, not in it. Information from NHS Digital, licenced under the current version of the Open Government
 * Licence.
 */
@NullMarked
package nl.meerwaarde.tests.realdata;

import org.jspecify.annotations.NullMarked;
