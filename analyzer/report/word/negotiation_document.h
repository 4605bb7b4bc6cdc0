#pragma once

#include <string>

#include "report/reporter.h"

namespace klausul {

/// The negotiation list (report/negotiation.h) as a Word document of its own: by theme, one table for each point with
/// the quotes, the reason, the clause to propose and the questions.
Result<std::string> write_negotiation_document(const Report& report, const ReportOptions& options);

}  // namespace klausul
