@echo off
rem Builds the program when it is missing or older than its sources, then runs it.
rem RAHNAMO_JAVA_OPTS adds options for Java, for example -Xmx1g.
rem No path stands inside a block of parentheses, which a parenthesis in the path would end.
setlocal
set "HOME_DIR=%~dp0"
set "PROGRAM=%HOME_DIR%generator-cli\target\program"
set "JAR=%PROGRAM%\rahnamo.jar"
set "SEEN=%PROGRAM%\sources"

set "JAVA=java"
if defined JAVA_HOME if exist "%JAVA_HOME%\bin\java.exe" set "JAVA=%JAVA_HOME%\bin\java.exe"
rem The first line is like "openjdk 17.0.15 2025-04-15"; a Java before 9 knows no such option.
set "MAJOR=0"
for /f "tokens=2" %%v in ('call "%JAVA%" --version 2^>nul') do (
  for /f "delims=.-+" %%m in ("%%v") do set "MAJOR=%%m"
  goto has_version
)
:has_version
if %MAJOR% LSS 17 goto no_java

if not exist "%JAR%" goto build
for %%s in (generator-cli\src\main pack-format\src\main templates\theme) do (
  call :is_newer %%s && goto build
)
for %%p in (. generator-cli pack-format templates) do (
  call :has_newer_pom %%p && goto build
)
goto run

:build
where mvn >nul 2>nul
if errorlevel 1 goto no_maven
if not exist "%PROGRAM%" mkdir "%PROGRAM%"
if errorlevel 1 goto not_writable
echo rahnamo: building the program, the first time takes about a minute ... 1>&2
rem Maven takes over classes that were compiled with other settings, or whose source is gone.
for %%m in (pack-format templates generator-cli) do call :forget %%m
pushd "%HOME_DIR%"
call mvn -q -B -Dlauncher -pl generator-cli -am package >"%PROGRAM%\build.log" 2>&1
set "FAILED=%ERRORLEVEL%"
popd
if not "%FAILED%"=="0" goto not_built
rem Copied beside the old file first: half a copy must never be the program.
copy /y "%HOME_DIR%generator-cli\target\launcher\rahnamo.jar" "%JAR%.new" >nul && move /y "%JAR%.new" "%JAR%" >nul
if errorlevel 1 goto not_installed
set "REMEMBERED=yes"
for %%s in (generator-cli\src\main pack-format\src\main templates\theme) do (
  call :remember %%s || set "REMEMBERED=no"
)
for %%p in (. generator-cli pack-format templates) do (
  call :remember_pom %%p || set "REMEMBERED=no"
)
if "%REMEMBERED%"=="no" echo rahnamo: the sources could not be copied to "%SEEN%", so the next start builds again. 1>&2

:run
rem Messages are UTF-8; the console shows them rightly in code page 65001 only.
set "CODE_PAGE="
for /f "tokens=2 delims=:." %%c in ('chcp') do set "CODE_PAGE=%%c"
chcp 65001 >nul
"%JAVA%" -Xshare:auto -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xmx384m -Dfile.encoding=UTF-8 -Dstdout.encoding=UTF-8 -Dstderr.encoding=UTF-8 %RAHNAMO_JAVA_OPTS% -jar "%JAR%" %*
set "EXIT=%ERRORLEVEL%"
if defined CODE_PAGE chcp %CODE_PAGE% >nul
exit /b %EXIT%

:no_java
echo rahnamo: Java 17 or newer is needed. Install it, or set JAVA_HOME to its folder. 1>&2
exit /b 3

:no_maven
echo rahnamo: Maven is not installed, and the program is not built yet. 1>&2
exit /b 3

:not_writable
echo rahnamo: the program is not built, and this folder cannot be written: "%PROGRAM%" 1>&2
exit /b 3

:not_built
type "%PROGRAM%\build.log" 1>&2
echo rahnamo: the program could not be built; the messages above say why. 1>&2
exit /b 3

:not_installed
echo rahnamo: the program was built, but could not be put into "%PROGRAM%" 1>&2
echo   If another rahnamo is running, end it and start this one again. 1>&2
exit /b 3

rem Succeeds if a file of the folder is newer than its copy of the last build.
:is_newer
xcopy "%HOME_DIR%%~1" "%SEEN%\%~1" /d /l /s /y /i 2>nul | findstr /c:"\\" >nul
exit /b %ERRORLEVEL%

:has_newer_pom
xcopy "%HOME_DIR%%~1\pom*.xml" "%SEEN%\%~1" /d /l /y /i 2>nul | findstr /c:"pom" >nul
exit /b %ERRORLEVEL%

:remember
xcopy "%HOME_DIR%%~1" "%SEEN%\%~1" /d /s /y /i /q >nul
exit /b %ERRORLEVEL%

:remember_pom
xcopy "%HOME_DIR%%~1\pom*.xml" "%SEEN%\%~1" /d /y /i /q >nul
exit /b %ERRORLEVEL%

:forget
if exist "%HOME_DIR%%~1\target\launcher" rmdir /s /q "%HOME_DIR%%~1\target\launcher"
exit /b 0
