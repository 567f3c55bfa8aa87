/**
 * What the owners of ATT&CK and FiGHT ask to be said wherever their identifiers are, as in NOTICE, which a test holds this to:
 * nothing here can read a file.
 */
export const ATTACK_NOTICE: readonly string[] = [
  '(c) 2025 The MITRE Corporation. This work is reproduced and distributed with the permission of The MITRE Corporation.',
  "License: The MITRE Corporation (MITRE) hereby grants you a non-exclusive, royalty-free license to use ATT&CK(R) for research, development, and commercial purposes. Any copy you make for such purposes is authorized provided that you reproduce MITRE's copyright designation and this license in any such copy.",
  'Disclaimers: MITRE does not claim ATT&CK enumerates all possibilities for the types of actions and behaviors documented as part of its adversary model and framework of techniques. Using the information contained within ATT&CK to address or cover full categories of techniques will not guarantee full defensive coverage as there may be undisclosed techniques or variations on existing techniques not documented by ATT&CK.',
  'ALL DOCUMENTS AND THE INFORMATION CONTAINED THEREIN ARE PROVIDED ON AN "AS IS" BASIS AND THE CONTRIBUTOR, THE ORGANIZATION HE/SHE REPRESENTS OR IS SPONSORED BY (IF ANY), THE MITRE CORPORATION, ITS BOARD OF TRUSTEES, OFFICERS, AGENTS, AND EMPLOYEES, DISCLAIM ALL WARRANTIES, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO ANY WARRANTY THAT THE USE OF THE INFORMATION THEREIN WILL NOT INFRINGE ANY RIGHTS OR ANY IMPLIED WARRANTIES OF MERCHANTABILITY OR FITNESS FOR A PARTICULAR PURPOSE.',
]

export const FIGHT_NOTICE: readonly string[] = [
  'MITRE FiGHT (5G Hierarchy of Threats), v3.0.1 content release (2025-07-01)',
  'github.com/mitre/FiGHT, licensed under the Apache License, Version 2.0',
  'MITRE FiGHT(TM) and MITRE ATT&CK(R) are trademarks of The MITRE Corporation. (c) 2022 The MITRE Corporation, public release case 22-2192. This project makes use of ATT&CK(R); terms: https://attack.mitre.org/resources/terms-of-use/',
  'Changes: Reduced to identifiers, names and links; mitigations and segments of a technique merged with those of its addendums; no descriptive text copied',
]
