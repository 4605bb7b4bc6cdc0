#pragma once

#include <map>
#include <string>
#include <utility>
#include <vector>

/// One sheet of a workbook: rows of texts, numbers as they stand in the file.
struct XlsxSheet {
  std::string name;
  std::vector<std::vector<std::string>> rows;
  std::string xml;    ///< the part itself
  std::string links;  ///< the part that holds its links; "" when it has none
};

/// The sheets of a workbook in memory, read with other libraries than the one that wrote it.
std::vector<XlsxSheet> xlsx_sheets(const std::string& bytes);
