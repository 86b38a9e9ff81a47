package org.emiadi.queue;

import java.util.Optional;
import org.emiadi.people.PatientId;
import org.emiadi.platform.Tx;
import org.emiadi.queue.Attendances.Sight;

final class AttendanceSql {
    private AttendanceSql() {}

    static Optional<Attendance> find(Tx tx, PatientId patient, Sight sight) {
        return tx.query("""
                        select count(*) filter (where a.status = 'completed') as completed,
                               count(*) filter (where a.status = 'no_show') as no_shows,
                               count(*) filter (where a.cancelled_by = 'patient'
                                                  and a.cancelled_at > a.effective_start - :notice * interval '1 minute') as late,
                               count(*) filter (where a.cancelled_by = 'patient') as by_patient,
                               count(*) filter (where a.cancelled_by = 'clinic') as by_clinic,
                               max(cast(a.effective_start at time zone f.time_zone as date))
                                   filter (where a.status = 'no_show') as last_no_show
                          from patients p
                          left join appointments a on a.patient_id = p.id
                          left join facilities f on f.id = a.facility_id
                         where p.id = :patient
                           and (:all or exists (select 1 from care_relations c
                                                 where c.provider_id = :ownProvider and c.patient_id = p.id))
                         group by p.id
                        """)
                .bind("patient", patient.value())
                .bind("all", sight.all())
                .bind("ownProvider", sight.provider())
                .bind("notice", Attendance.NOTICE.toMinutes())
                .map((row, context) -> {
                    var last = row.getDate("last_no_show");
                    return new Attendance(
                            row.getInt("completed"),
                            row.getInt("no_shows"),
                            row.getInt("late"),
                            row.getInt("by_patient"),
                            row.getInt("by_clinic"),
                            last == null ? null : last.toLocalDate());
                })
                .findOne();
    }
}
