#pragma once
// Stands in for qpdf/JSON.hh in the build for fuzzing: the headers of qpdf need the name and no more.
class JSON;
